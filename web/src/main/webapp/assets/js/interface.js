/* The interface to be tried: what it can do comes from its own description, and the portal's sign-in counts until a token is entered. */
import { base } from './format.js';

window.SwaggerUIBundle({ url: `${base}/api/openapi.json`, dom_id: '#swagger', deepLinking: false, docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null,
  // What its own markup leaves out for people who do not see it.
  onComplete: () => {
    document.getElementById('servers')?.setAttribute('aria-label', 'Server');
  } });
