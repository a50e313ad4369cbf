// Copies the fonts of our papers, with their licences, out of their packages into resources/fonts. Plain JavaScript, so
// that any Node can run it before anything is built; quick when everything is there already.
import { copyFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, 'node_modules', '@expo-google-fonts');

/** What stands in resources/fonts, and where each file comes from. */
const files = {
  'NotoSansSC-Regular.ttf': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold.ttf': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'NotoSans-Regular.ttf': 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'NotoSans-Bold.ttf': 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'NotoSansJP-Regular.ttf': 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'NotoEmoji-Regular.ttf': 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  'NotoSansSC-LICENSE.txt': 'noto-sans-sc/LICENSE_FONT',
  'NotoSans-LICENSE.txt': 'noto-sans/LICENSE_FONT',
  'NotoSansJP-LICENSE.txt': 'noto-sans-jp/LICENSE_FONT',
  'NotoEmoji-LICENSE.txt': 'noto-emoji/LICENSE_FONT',
};

/** Brings `folder` up to date and names what it had to copy. */
export function copyFonts(folder = join(root, 'resources', 'fonts')) {
  mkdirSync(folder, { recursive: true });
  return Object.entries(files)
    .filter(([name, source]) => copyIfDifferent(join(packages, source), join(folder, name)))
    .map(([name]) => name);
}

function copyIfDifferent(source, target) {
  const size = statSync(source).size;
  if (statSync(target, { throwIfNoEntry: false })?.size === size) return false;
  // Copied beside it and renamed, so that a copy cut short never looks like a font.
  copyFileSync(source, `${target}.part`);
  renameSync(`${target}.part`, target);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const copied = copyFonts();
  if (copied.length > 0) console.log(`fonts: ${copied.join(', ')}`);
}
