/* A sample of another application with the telephone in it. It knows Zongji by its SDK only. */
const CUSTOMERS = { 13800008888: { name: 'Li Na', company: 'Great Wall Trading', level: 'Gold' } };
const byId = id => document.getElementById(id);

byId('connect').addEventListener('submit', async event => {
  event.preventDefault();
  const { server, token, phone } = event.target.elements;
  byId('told').textContent = '';
  try {
    const { connect } = await import(`${server.value}/sdk/index.js`);
    const zongji = await connect(token.value);
    event.target.hidden = true;
    const toolbar = document.createElement('zongji-toolbar');
    toolbar.zongji = zongji;
    byId('toolbar').replaceChildren(toolbar);
    const open = call => show(call, zongji.numberOf(call));
    zongji.on('ringing', open);
    zongji.on('ended', () => { byId('customer').dataset.state = 'over'; });
    zongji.on('event', happened);
    if (zongji.call) open(zongji.call);
    if (phone.checked) await zongji.usePhone();
  } catch (error) {
    byId('told').textContent = error.message;
  }
});

/** Opens the file of whoever has this number. */
function show(call, number) {
  const known = CUSTOMERS[number] || { name: 'New customer', company: '', level: '' };
  const file = document.createElement('dl');
  for (const [title, text] of [['Customer', known.name], ['Company', known.company], ['Level', known.level], ['Number', number], ['Dialled', call.to]]) {
    const term = document.createElement('dt'), value = document.createElement('dd');
    term.textContent = title;
    value.textContent = text || '–';
    file.append(term, value);
  }
  byId('customer').replaceChildren(file);
  Object.assign(byId('customer').dataset, { call: call.id, state: 'here' });
}

function happened({ position, type, call, agent }) {
  const line = document.createElement('li');
  line.textContent = `${position} ${type} ${call || ''} ${agent || ''}`;
  line.dataset.position = position;
  line.dataset.type = type;
  byId('events').prepend(line);
}
