/** Whether a data URL holds a PNG or JPEG picture, the two kinds a paper can carry; its first bytes are looked at, not its name. */
export function isUsableLogo(dataUrl: string | undefined): dataUrl is string {
  const match = /^data:image\/(png|jpe?g);base64,([A-Za-z0-9+/]{16})/.exec(dataUrl ?? '');
  if (!match?.[2]) return false;
  const start = Buffer.from(match[2], 'base64');
  return match[1] === 'png' ? start.subarray(0, 4).equals(pngStart) : start.subarray(0, 3).equals(jpegStart);
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);
