/* Windows of the portal that people have signed in at, and pictures of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';

const HERE = dirname(fileURLToPath(import.meta.url));
const SIZE = { width: 1366, height: 768 };
const COLOURS = 256;
const LARGEST = 150_000;

export class Portal {
  #browser; #address; #passwords;

  constructor(browser, address, passwords) {
    this.#browser = browser;
    this.#address = address;
    this.#passwords = passwords;
  }

  /** Phones in these windows hear a made-up microphone and are allowed everything. */
  static async open(address, passwords) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    });
    return new Portal(browser, address, passwords);
  }

  /** A window in which this user has signed in; what its console complains of is told. */
  async signIn(login, language) {
    const profile = await this.#browser.newContext({ viewport: SIZE, locale: language, timezoneId: 'Asia/Shanghai' });
    await profile.addCookies([{ name: 'zongji-language', value: language, domain: new URL(this.#address).hostname, path: '/zongji' }]);
    const page = await profile.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', error => console.warn(`${login}: ${error.message}`));
    page.on('console', message => { if (message.type() === 'error') console.warn(`${login}: ${message.text()} ${message.location().url}`); });
    await page.goto(this.#address);
    await page.fill('[name=j_username]', login);
    await page.fill('[name=j_password]', login.startsWith('agent') ? this.#passwords.agents : this.#passwords[login === 'admin' ? 'administrator' : login]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\.xhtml/);
    return page;
  }

  /** An agent whose phone is the window. */
  async agent(login, language) {
    const page = await this.signIn(login, language);
    const phone = page.locator('#phone');
    await page.locator('[data-phone=on], [data-phone=off]').first().waitFor();
    if (await page.locator('[data-phone=on]').count()) await page.click('[data-phone=on]');
    await phone.and(page.locator('[data-phone-state=ready]')).waitFor();
    for (let unread = await page.locator('[data-act=read]').count(); unread > 0; unread--) await page.locator('[data-act=read]').first().click();
    return page;
  }

  close() { return this.#browser.close(); }
}

/** Opens a page by its path within the portal. */
export const go = (page, path) => page.goto(new URL(`/zongji/${path}`, page.url()).href);

/** Pictures of one language, with as many colours as an 8-bit PNG has. */
export class Album {
  #folder;

  constructor(language) {
    this.#folder = join(HERE, language.slice(0, 2));
    mkdirSync(this.#folder, { recursive: true });
  }

  async take(page, name) {
    await page.evaluate(() => document.fonts.ready);
    const taken = UPNG.decode(await page.screenshot({ animations: 'disabled' }));
    const picture = Buffer.from(UPNG.encode(UPNG.toRGBA8(taken), taken.width, taken.height, COLOURS));
    if (picture.length > LARGEST) throw new Error(`${name} has ${picture.length} bytes, more than ${LARGEST}`);
    writeFileSync(join(this.#folder, `${name}.png`), picture);
    console.log(`${name} ${Math.round(picture.length / 1000)} kB`);
  }
}
