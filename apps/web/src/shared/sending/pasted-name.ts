const two = (n: number) => String(n).padStart(2, '0');

/** A picture from the clipboard is called `image.png`, whatever it shows: its name says what it is and when it came. */
export function nameOfPasted(file: File, name: string, at: Date): File {
  if (file.name !== '' && !/^image\.\w+$/u.test(file.name)) return file;
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const extension = /\.(\w+)$/u.exec(file.name)?.[1] ?? file.type.split('/')[1] ?? 'png';
  const time = `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
  return new File([file], `${name}_${day}_${time}.${extension}`, { type: file.type, lastModified: file.lastModified });
}
