/* What agents do in a picture's story, whatever the callers do meanwhile. */

const CUSTOMERS = {
  'zh-CN': [['陈建国', '华信科技', 'VIP', '发票发到邮箱。'], ['林晓梅', '海港食品', 'IMPORTANT', '上周换过一台话机。'], ['周志明', '远景物流', 'NORMAL', '下午联系为好。'],
    ['许文婷', '青禾教育', 'NORMAL', '说粤语。'], ['冯国强', '东升建材', 'IMPORTANT', '每月五号对账。'], ['邓佳怡', '晨光书店', 'NORMAL', ''],
    ['宋海峰', '海峰运输', 'VIP', '有急事请转经理。'], ['曹雪', '', 'NORMAL', '新地址已登记。'], ['彭立新', '立新药房', 'NORMAL', '']],
  en: [['Grace Lin', 'Harbour Foods', 'VIP', 'Invoices by e-mail, please.'], ['Daniel Chen', 'Huaxin Technology', 'IMPORTANT', 'Got a new phone last week.'], ['Ruth Zhou', 'Vista Logistics', 'NORMAL', 'Best reached in the afternoon.'],
    ['Peter Xu', 'Greenfield School', 'NORMAL', 'Speaks Cantonese.'], ['Irene Feng', 'Eastwood Timber', 'IMPORTANT', 'Balances accounts on the fifth.'], ['Judy Deng', 'Morning Books', 'NORMAL', ''],
    ['Sam Song', 'Peak Transport', 'VIP', 'Urgent matters go to the manager.'], ['Clara Cao', '', 'NORMAL', 'New address is noted.'], ['Leo Peng', 'Peng Pharmacy', 'NORMAL', '']],
};
/** A caller may hang up whenever it is least convenient; then the story is told again with the next one. */
const TOLD_AT_MOST = 6;
const CALLER_COMES = 120_000;

const stateOf = page => page.locator('#connection-bar [data-state]').getAttribute('data-state');
export const inState = (page, name) => page.locator(`#connection-bar [data-state=${name}]`).waitFor({ timeout: CALLER_COMES });

export async function untilTold(story) {
  for (let told = 1; ; told++) {
    try { return await story(); } catch (broken) {
      if (told === TOLD_AT_MOST) throw broken;
      console.warn(`Once more: ${broken.message.split('\n')[0]}`);
    }
  }
}

export async function signIn(page) {
  if (await stateOf(page) !== 'SIGNED_OUT') return;
  await page.keyboard.press('Alt+0');
  await page.locator('#connection-bar [data-state=SIGNED_OUT]').waitFor({ state: 'detached' });
}

export async function signOut(page) {
  await become(page, 'BUSY');
  await page.keyboard.press('Alt+0');
  await inState(page, 'SIGNED_OUT');
}

/** Rest and busy by key, whatever comes between: a call that rings is declined, one that is on is ended. */
export async function become(page, wanted) {
  for (let now = await stateOf(page); now !== wanted; now = await stateOf(page)) {
    const key = wanted === 'BUSY' ? 'Alt+2' : 'Alt+3';
    // Who declines stays ready, and would be offered the next call before the state is asked for.
    if (['TALKING', 'OFFERED'].includes(now)) await page.keyboard.press(key);
    await page.keyboard.press(['TALKING', 'OFFERED'].includes(now) ? 'Alt+H' : key);
    await page.locator(`#connection-bar [data-state=${now}]`).waitFor({ state: 'detached', timeout: 5000 }).catch(() => {});
  }
}

/** Waits for a call that rings, and makes a record of who calls when there is none. */
export async function ring(page, language) {
  await become(page, 'REST');
  await page.keyboard.press('Alt+1');
  await inState(page, 'OFFERED');
  const card = page.locator('#customer [data-customer]');
  await card.waitFor();
  if (await card.getAttribute('data-customer')) return;
  const people = CUSTOMERS[language], [name, company, level, notes] = people.shift();
  people.push([name, company, level, notes]);
  await card.locator('[name=name]').fill(name);
  await card.locator('[name=company]').fill(company);
  await card.locator('[name=level]').selectOption(level);
  await card.locator('[name=notes]').fill(notes);
  await card.locator('[data-customer-act=create]').click();
  await page.locator('#customer [data-customer]:not([data-customer=""])').waitFor();
}

export async function answer(page) {
  await page.keyboard.press('Alt+A');
  await page.locator('#in-hand [data-service=HOLD]').waitFor();
}

/** As somebody sees it who has not scrolled. */
export const toTop = page => page.evaluate(() => { document.activeElement.blur(); document.getElementById('content').scrollTop = 0; });
