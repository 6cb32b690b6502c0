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
