/** How a browser is started here. */
export const browserOptions = {
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  // Without a language of the system a browser on Linux calls every file with a Chinese name "download".
  env: { ...process.env, LC_ALL: 'C.UTF-8' },
};
