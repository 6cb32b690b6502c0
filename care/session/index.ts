export {
  decideSession,
  type SessionCommand,
  type SessionCommandData,
  type SessionCommandName,
  sessionCommands,
} from './commands.ts'
export * from './events.ts'
export type { Room, RoomEvents, SessionAlone } from './room.ts'
export {
  type Dose,
  deliveredMg,
  endsAt,
  evolveSession,
  minutesRun,
  type Observation,
  type Session,
  type SessionPhase,
  sessionPhases,
} from './state.ts'
export { type DueReading, dueReadings } from './views/due.ts'
export {
  type BoardAlarm,
  type BoardRow,
  evolveBoardRow,
  isOpenSession,
  sessionBoardVersion,
} from './views/session-board.ts'
export { type SessionScreen, type ShownFinding, type ShownQuestion, sessionScreen } from './views/session-screen.ts'
