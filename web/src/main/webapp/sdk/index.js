/* Everything of the SDK. As a module: import { connect } from '…/zongji/sdk/index.js'. As a classic script: zongji.classic.js, then Zongji.connect. */
export { connect, Zongji, ZongjiError } from './zongji.js';
export { ZongjiToolbar } from './toolbar.js';
