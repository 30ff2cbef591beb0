/* What a supervisor sees of a team at work and does for it, with pictures. */
import { go } from './portal.mjs';
import { answer, become, ring, signIn, signOut, untilTold } from './people.mjs';

const PHONE = '8014';
const CALLERS_WAIT = 120_000;
const WORDS = { 'zh-CN': '两点起发货查询增多，答复口径见知识库。', en: 'From two o’clock more questions about deliveries: answers are in the knowledge base.' };

export async function supervisorGuide(portal, language, album) {
  const page = await portal.signIn('supervisor', language);
  const phone = await portal.agent('agent1014', language);
  const desk = await portal.agent('agent1011', language);
  await page.evaluate(number => localStorage.setItem('zongji-supervisor-phone', number), PHONE);
  await go(page, 'live.xhtml');
  await page.locator('#calls [data-act=supervise]').first().waitFor({ timeout: CALLERS_WAIT });
  await album.take(page, 'live-view');

  await signIn(desk);
  await go(page, 'team.xhtml');
  await page.locator('#team-tiles .tile').first().waitFor();
  await album.take(page, 'team');
  await untilTold(() => help(page, phone, desk, language, album));
  await signOut(desk);
  await page.click('#team-tiles [data-agent="1002"]');
  await page.click('[data-force=REST]');
  await page.locator('.menu:not([hidden]) button').last().scrollIntoViewIfNeeded();
  await album.take(page, 'set-a-state');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.fill('.message-form [name=message]', WORDS[language]);
  await page.click('.message-form [data-act=send]');
  await page.locator('[data-sent]').first().waitFor();
  await album.take(page, 'messages');
  await alarm(portal, page, language, album);

  await go(page, 'calls.xhtml?outcome=ANSWERED');
  await page.locator('tbody tr').first().waitFor();
  await album.take(page, 'call-records');
  await openRecorded(page);
  await album.take(page, 'call');
  await go(page, 'voicemail.xhtml');
  await page.locator('audio').first().waitFor();
  await album.take(page, 'voicemail');
}

/** An agent asks for help; the supervisor listens, then whispers. */
async function help(page, phone, desk, language, album) {
  await ring(desk, language);
  await answer(desk);
  await desk.click('#in-hand [data-act=hand]');
  await page.locator('#hands [data-hand="1011"]').waitFor();
  await album.take(page, 'help-request');
  await page.locator('#team-tiles .tile[data-agent="1011"][aria-pressed=false]').click({ timeout: 5000 }).catch(() => {});
  await page.locator('.agent-panel [data-mode=LISTEN]:not([disabled])').waitFor();
  await album.take(page, 'agent-in-detail');
  await page.click('#hands [data-act=take-hand]');
  await phone.locator('[data-phone-state=ringing]').waitFor();
  await phone.keyboard.press('Alt+A');
  await page.locator('[data-supervising=LISTEN] [data-mode=WHISPER]:not([disabled])').waitFor();
  await page.click('[data-supervising] [data-mode=WHISPER]');
  await page.locator('[data-supervising=WHISPER]').waitFor();
  await album.take(page, 'whispering');
  await page.click('[data-supervising] [data-act=leave]');
  await page.locator('[data-supervising]').waitFor({ state: 'detached' });
  await become(desk, 'BUSY');
  await page.keyboard.press('Escape');
}

/** The administrator sets a threshold that is passed at once, and takes it away again. */
async function alarm(portal, page, language, album) {
  const admin = await portal.signIn('admin', language);
  await threshold(admin, '1');
  await page.locator('#alarms [data-alarm]').waitFor({ timeout: CALLERS_WAIT });
  await album.take(page, 'alarm');
  await threshold(admin, '0');
}

async function threshold(admin, callers) {
  await go(admin, 'admin/queues.xhtml');
  await admin.locator('tbody tr button').first().click();
  await admin.fill('#alarmWaiting', callers);
  const saved = admin.waitForResponse(response => response.request().method() === 'POST');
  await admin.click('#save');
  await saved;
}

/** A call that was handed over and has a recording, as the agent guide leaves one, else any with a recording. */
async function openRecorded(page) {
  for (const agent of ['1012', '']) {
    await go(page, `calls.xhtml?outcome=ANSWERED&agent=${agent}`);
    const found = page.locator('tbody tr:has(.c-media svg) .row-link').first();
    if (!await found.count()) continue;
    await found.click();
    await page.locator('[data-player] .player-bar button').first().waitFor();
    if (await page.locator('[data-zoom]').count()) await page.click('[data-zoom]');
    return;
  }
  throw new Error('No call has a recording yet');
}
