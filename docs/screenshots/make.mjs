/* Makes the pictures of the guides from a demo that runs, in both languages:

     ./zongji start --agents 6 --callers 16
     cd docs/screenshots && npm ci && node make.mjs [address] [file with the passwords] [agent or supervisor]

   Some minutes a guide and language: it waits for callers as agents do. Chromium is /usr/bin/chromium or $CHROMIUM;
   $LANGUAGES chooses, for example en only. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Album, Portal } from './portal.mjs';
import { agentGuide } from './agent-guide.mjs';
import { supervisorGuide } from './supervisor-guide.mjs';

const [, , address = 'http://127.0.0.1:8080/', secrets = '../../data/secrets.properties', ...asked] = process.argv;
const passwords = Object.fromEntries(readFileSync(secrets, 'utf8').split('\n').filter(line => /^\w+=/.test(line)).map(line => line.split('=')));
const guides = { agent: agentGuide, supervisor: supervisorGuide };

if (!execFileSync('fc-list', [':lang=zh']).length) throw new Error('There is no Chinese font, the pictures would show boxes. On Debian: apt-get install fonts-noto-cjk');
for (const name of asked.length ? asked : Object.keys(guides)) {
  for (const language of (process.env.LANGUAGES || 'zh-CN en').split(' ')) {
    console.log(`${name} guide, ${language}`);
    const portal = await Portal.open(address, passwords);
    try { await guides[name](portal, language, new Album(language)); } finally { await portal.close(); }
  }
}
