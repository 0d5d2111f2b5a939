// The words around what is edited, in traditional Chinese.
import type { EditStrings } from './edit-strings.ts';

const strings: EditStrings = {
  leaveQuestion: '離開此頁？',
  leaveKept: '修改還沒有儲存。草稿留在本機，下次開啟時可以繼續。',
  leaveLost: '修改還沒有儲存，離開後會遺失。',
  leave: '離開',
  stay: '繼續填寫',
};

export default strings;
