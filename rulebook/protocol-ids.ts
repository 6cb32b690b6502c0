/** Every protocol that Keel's case format can name. `protocols/` holds those that the running rulebook covers. */
export const allProtocolIds = [
  'iv-ket-trd',
  'in-esk-trd',
  'in-esk-mdsi',
  'im-ket-trd',
  'sl-ket-clinic',
  'sl-ket-home',
  'iv-ket-ptsd',
  'iv-ket-anx',
  'iv-ket-si',
  'iv-ket-crps',
  'iv-ket-aud-ref',
] as const
export type ProtocolId = (typeof allProtocolIds)[number]

/** Which protocols a route or a way of dosing concerns: rules speak of these, whether or not a protocol is covered yet. */
export const nasalEsketamine = ['in-esk-trd', 'in-esk-mdsi'] as const
export const intravenous = ['iv-ket-trd', 'iv-ket-ptsd', 'iv-ket-anx', 'iv-ket-si', 'iv-ket-crps'] as const
export const parenteral = [...intravenous, 'im-ket-trd'] as const
/** Injected or taken at one moment: there is nothing to pause, and time counts from the dose. */
export const givenAtOnce = ['im-ket-trd', 'sl-ket-clinic', 'sl-ket-home'] as const
/** The dose is bounded by dosing weight. */
export const weightBased = [...parenteral, 'sl-ket-clinic'] as const
