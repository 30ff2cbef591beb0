/* The toolbar's words. */
const WORDS = {
  en: {
    SIGNED_OUT: 'Signed out', IDLE: 'Ready', OFFERED: 'Ringing', TALKING: 'Talking', WRAP_UP: 'Wrap-up', BUSY: 'Busy', REST: 'Rest', LOST: 'Phone lost',
    signIn: 'Sign in', signOut: 'Sign out', setReady: 'Ready', setBusy: 'Busy', setRest: 'Rest', answer: 'Answer', hold: 'Hold', retrieve: 'Retrieve', consult: 'Consult',
    transfer: 'Transfer', conference: 'Conference', alternate: 'Change over', reconnect: 'Back to the customer', hangUp: 'Hang up', make: 'Call',
    target: 'Extension or number', withheld: 'Number withheld', line: 'The connection is lost and is being restored', toolbar: 'Telephone', atPhone: 'Answer at your phone',
    restAsked: 'The rest is asked for: a supervisor has to allow it.',
    noVoice: 'No voice gets through: you and the caller do not hear each other. This network may let no UDP out.',
  },
  zh: {
    chinese: true,
    SIGNED_OUT: '已签出', IDLE: '空闲', OFFERED: '振铃', TALKING: '通话', WRAP_UP: '整理', BUSY: '示忙', REST: '休息', LOST: '话机失联',
    signIn: '签入', signOut: '签出', setReady: '就绪', setBusy: '示忙', setRest: '休息', answer: '接听', hold: '保持', retrieve: '取回', consult: '咨询',
    transfer: '转接', conference: '会议', alternate: '切换', reconnect: '回到客户', hangUp: '挂断', make: '呼叫',
    target: '分机或号码', withheld: '号码保密', line: '连接已中断，正在恢复', toolbar: '电话', atPhone: '请在话机上接听',
    restAsked: '已申请休息，等待班长批准。',
    noVoice: '语音不通：您和对方互相听不到。当前网络可能禁止 UDP 出站。',
  },
};
/** @param language of the page, as in lang="zh-CN" */
export const words = language => (String(language).toLowerCase().startsWith('zh') ? WORDS.zh : WORDS.en);
