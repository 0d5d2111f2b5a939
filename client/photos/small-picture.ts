// A small picture of a photo. The browser draws it beside the page's own work, so that a phone does not stand still
// over it.

/** A JPEG. Undefined where this browser cannot draw the photo: most cannot draw HEIC. */
export async function smallPicture(photo: Blob, width: number): Promise<Blob | undefined> {
  try {
    const bitmap = await createImageBitmap(photo, { resizeWidth: width, resizeQuality: 'medium' });
    try {
      return await drawn(bitmap);
    } finally {
      bitmap.close();
    }
  } catch {
    return undefined;
  }
}

function drawn(bitmap: ImageBitmap): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no blob'))), 'image/jpeg', 0.75),
  );
}
