/* Language and look. */
const base = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
const keep = (name, value) => { document.cookie = `${name}=${value}; path=${base}; max-age=31536000; samesite=lax`; };

/* On a small screen, or zoomed in, the sections fold by themselves; what was chosen counts where there is room. */
const small = matchMedia('(max-width: 1100px)');
let chosen = false;
function fold() {
  if (small.matches) chosen = document.body.classList.contains('rail-narrow');
  document.body.classList.toggle('rail-narrow', small.matches || chosen);
}

export function settings() {
  if (small.matches) fold();
  small.addEventListener('change', fold);
  document.addEventListener('click', async event => {
    const act = event.target.closest('[data-act]')?.dataset.act;
    if (act === 'theme') {
      const root = document.documentElement;
      const dark = root.dataset.theme === 'dark' || root.dataset.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
      keep('zongji-theme', root.dataset.theme);
    } else if (act === 'language') {
      const language = event.target.closest('[data-act]').dataset.language;
      await fetch(`${base}/preferences`, { method: 'POST', body: new URLSearchParams({ language }) });
      location.reload();
    } else if (act === 'fold') {
      document.body.classList.toggle('rail-narrow');
      if (!small.matches) keep('zongji-rail', document.body.classList.contains('rail-narrow') ? 'narrow' : 'wide');
    }
  });
  keep('zongji-zone', encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone || ''));
}
