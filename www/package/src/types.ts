//! What stands around `analyze` and `advise`: their errors, and the types of what goes in and comes out.

export { EngineError } from '../../src/app/engine/engine';
export type { Progress } from '../../src/app/engine/engine';
export type * from '../../src/app/engine/report';
export type { Advise, Analyze, Input, Options } from './engine';
