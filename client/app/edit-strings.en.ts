// The words around what is edited, in English.
import type { EditStrings } from './edit-strings.ts';

const strings: EditStrings = {
  leaveQuestion: 'Leave this page?',
  leaveKept:
    'The changes are not saved. The draft stays on this device and is there when you open this again.',
  leaveLost: 'The changes have not been saved and will be lost.',
  leave: 'Leave',
  stay: 'Stay',
};

export default strings;
