/* A working day of an agent, with pictures: signs in, takes a call, asks a colleague, hands over, wraps up. */
import { go } from './portal.mjs';
import { answer, become, inState, ring, signIn, signOut, toTop, untilTold } from './people.mjs';

const ORDER = { 'zh-CN': ['订单', 'A-20261121'], en: ['order', 'A-20261121'] };
const NOTE = { 'zh-CN': '换货已登记，三天内送到。', en: 'Exchange booked, arrives within three days.' };
const service = (page, name) => page.locator(`#in-hand [data-service=${name}]`);

export async function agentGuide(portal, language, album) {
  const desk = await portal.agent('agent1011', language);
  const colleague = await portal.agent('agent1012', language);
  await album.take(desk, 'desk-signed-out');
  await desk.click('[data-phone=check]');
  await desk.locator('[data-check=headset][data-word=good]').waitFor();
  await desk.locator('[data-check=network][data-word]').waitFor();
  await album.take(desk, 'headset-check');
  await desk.keyboard.press('Escape');

  await signIn(desk);
  await become(desk, 'BUSY');
  await desk.evaluate(() => document.getElementById('notices').replaceChildren());
  await desk.click('[data-ask=REST]');
  await album.take(desk, 'rest-reasons');
  await desk.locator('.menu:not([hidden]) [data-reason]').first().click();
  await inState(desk, 'REST');

  await untilTold(() => call(desk, colleague, language, album));

  await become(desk, 'BUSY');
  await go(desk, 'customers.xhtml');
  await desk.locator('#found tr').first().click();
  await desk.locator('#record .customer').waitFor();
  await album.take(desk, 'customers');
  for (const page of [desk, colleague]) await signOut(page);
}

/** Takes a call from the first ring to the end of the wrap-up. */
async function call(desk, colleague, language, album) {
  await signIn(colleague);
  await become(colleague, 'BUSY');
  await ring(desk, language);
  await album.take(desk, 'call-rings');
  await answer(desk);
  const [name, value] = ORDER[language];
  await desk.fill('[name=data-name]', name);
  await desk.fill('[name=data-value]', value);
  await desk.press('[name=data-value]', 'Enter');
  await desk.locator('.call-data').waitFor();
  await desk.waitForFunction(() => !document.querySelector('[name=data-name]').value);
  await toTop(desk);
  await album.take(desk, 'call-in-hand');

  await desk.keyboard.press('Alt+C');
  await desk.keyboard.type('8012');
  const row = desk.locator('.colleague', { has: desk.locator('[data-colleague="1012"]') });
  await row.hover();
  await album.take(desk, 'colleague-found');
  await row.locator('[data-hand=consult]').click();
  await colleague.locator('[data-phone-state=ringing]').waitFor();
  await colleague.keyboard.press('Alt+A');
  await service(desk, 'CONFERENCE').waitFor();
  await album.take(desk, 'consultation');
  await album.take(colleague, 'asked-by-a-colleague');
  await service(desk, 'TRANSFER').click();
  await inState(desk, 'WRAP_UP');
  await desk.fill('[name=wrap-up-note]', NOTE[language]);
  await desk.locator('#wrap-up [data-code]').first().click();
  await desk.waitForFunction(() => Object.keys(sessionStorage).filter(key => key.startsWith('zongji-wrap-up-')).every(key => JSON.parse(sessionStorage.getItem(key)).saved));
  await album.take(desk, 'wrap-up');
  await desk.keyboard.press('Alt+1');
  await colleague.keyboard.press('Alt+H');
}
