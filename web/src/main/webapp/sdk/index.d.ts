/** Types of the SDK. Times are ISO 8601, UTC. */
export interface Leg { id: string; role: string; party: string; agent?: string; state: 'NULL' | 'INITIATED' | 'ALERTING' | 'CONNECTED' | 'HOLD' | 'QUEUED' | 'FAIL'; started?: string; answered?: string; ended?: string; answerable?: boolean; moves?: boolean; announcing?: boolean }
export interface Call { id: string; direction: string; from: string; to: string; stage: string; since: string; started: string; node?: string; queue?: string; waitingSince?: string; agent?: string; recordingPaused: boolean; legs: Leg[]; data: Record<string, string> }
export interface Reason { code: string; use: 'BUSY' | 'REST'; chinese: string; english: string }
export interface Agent { id: string; jobNumber: string; name: string; phone: string; state: string; since?: string; reason?: string; call?: string; rings?: boolean }
export interface Queue { id: string; name: string; waiting: number; longestWaiting: string; idle: number; signedIn: number; offered: number; answered: number; abandoned: number; serviceLevel: number; averageAnswerMs: number }
export interface ZongjiEvent { topic: 'calls' | 'agents'; position: number; type: string; time: string; call?: string; sequence?: number; leg?: string; agent?: string; data: Record<string, string> }
export interface Options { server?: string; topics?: ('calls' | 'agents' | 'queues' | 'state')[]; from?: number }
export class ZongjiError extends Error { code: string; field?: string }
export interface Phone { state: 'connecting' | 'ready' | 'ringing' | 'talking' | 'lost' | 'off'; from: string; voiceLost: boolean; answer(): Promise<void>; hangUp(): Promise<void>; stop(): void }
export class Zongji {
  constructor(token: string, options?: Options);
  readonly ready: Promise<Zongji>;
  readonly me: { name: string; roles: string[]; agent: string | null } | null;
  readonly agent: Agent | null;
  readonly call: Call | null;
  readonly calls: Map<string, Call>;
  readonly agents: Map<string, Agent>;
  readonly queues: Map<string, Queue>;
  readonly position: number | null;
  readonly connected: boolean;
  readonly phone: Phone | null;
  on(type: 'ringing' | 'call' | 'ended', listener: (call: Call) => void): () => void;
  on(type: 'event', listener: (event: ZongjiEvent) => void): () => void;
  on(type: 'change', listener: (zongji: Zongji) => void): () => void;
  on(type: 'connection', listener: (connected: boolean) => void): () => void;
  on(type: 'gap', listener: (oldest: number | null) => void): () => void;
  on(type: 'phone', listener: (phone: Phone) => void): () => void;
  myLeg(call: Call): Leg | undefined;
  isRinging(call: Call): boolean;
  isDialling(call: Call): boolean;
  numberOf(call: Call): string;
  signIn(): Promise<null>; signOut(): Promise<null>; setReady(): Promise<null>; setBusy(reason?: string): Promise<null>; setRest(reason?: string): Promise<'asked' | null>; takeRestBack(): Promise<null>;
  chooseDevice(device?: string, deviceMode?: 'PER_CALL' | 'STANDING'): Promise<null>;
  state(action: string, reason?: string): Promise<'asked' | null>;
  answer(call?: Call): Promise<void>;
  deflect(target: string, call?: Call): Promise<null>;
  hold(call?: Call): Promise<null>; retrieve(call?: Call): Promise<null>; alternate(call?: Call): Promise<null>; reconnect(call?: Call): Promise<null>; conference(call?: Call): Promise<null>;
  consult(target: string, call?: Call): Promise<null>; transfer(target?: string, call?: Call): Promise<null>; hangUp(call?: Call): Promise<null>;
  sendDigits(digits: string, call?: Call): Promise<null>;
  make(target: string, caller?: string): Promise<string>;
  attach(data: Record<string, string>, call?: Call | string): Promise<null>;
  reasons(): Promise<Reason[]>;
  serve(call: Call | string, service: string, more?: Record<string, string>): Promise<null>;
  usePhone(): Promise<Phone>;
  fetch(path: string, request?: { method?: string; body?: unknown }): Promise<any>;
  close(): void;
}
export function connect(token: string, options?: Options): Promise<Zongji>;
export class ZongjiToolbar extends HTMLElement { zongji: Zongji | null }
