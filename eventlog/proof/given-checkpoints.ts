/** Checkpoints that were kept elsewhere, as they come back in a file: the yardstick, which must itself be sound. */

import type { KeyObject } from 'node:crypto'
import { type Checkpoint, InvalidCheckpoint, parseCheckpoint, verifyCheckpointSignature } from './checkpoint.ts'

/**
 * @param text one checkpoint a line.
 * @param publicKeys one of which must have signed each; without any, signatures are not looked at.
 * @throws InvalidCheckpoint naming the line.
 */
export function parseCheckpoints(text: string, publicKeys: readonly KeyObject[]): readonly Checkpoint[] {
  const checkpoints = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      const checkpoint = parseCheckpoint(line)
      if (publicKeys.length > 0) assertSigned(checkpoint, publicKeys)
      return [checkpoint]
    } catch (error) {
      throw error instanceof InvalidCheckpoint ? new InvalidCheckpoint(`Line ${index + 1}: ${error.message}`) : error
    }
  })
  if (checkpoints.length === 0) throw new InvalidCheckpoint('There is no checkpoint in it.')
  return checkpoints
}

function assertSigned(checkpoint: Checkpoint, publicKeys: readonly KeyObject[]): void {
  const answers = publicKeys.map((key) => verifyCheckpointSignature(checkpoint, key))
  if (answers.includes('signed')) return
  throw new InvalidCheckpoint(
    answers.includes('not-signed')
      ? 'The signature is not that of this checkpoint: it was changed after it was signed.'
      : 'This checkpoint was signed by another key than the one given.',
  )
}
