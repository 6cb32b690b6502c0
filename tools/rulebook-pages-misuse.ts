/** The printed page of the misuse-risk tier. */
import {
  codeGroups,
  corrections,
  evidenceWords,
  howATierFalls,
  howATierIsReached,
  type MisuseCode,
  misuseCodes,
  misuseHonesty,
  misuseTiers,
  regulatoryFacts,
  requirementSays,
  sentenceOf,
  supportLevels,
  supportTopics,
  tierRequirements,
  tierWords,
  topicWords,
} from '@keel/rulebook'
import {
  bullets,
  citesOfValues,
  confidenceOf,
  page,
  sourceNames,
  table,
  valueHeads,
  valueRows,
} from './rulebook-pages-markdown.ts'

export function misusePage(): string {
  return page(
    '# Misuse risk',
    'MRT-1 turns what is known into one of four tiers: how closely the clinic looks, how often it sees the patient, and whether a dose may go home.',
    '## How far to trust it',
    bullets(misuseHonesty),
    '## How a tier is reached',
    bullets(howATierIsReached()),
    '## How it falls, and how a stop ends',
    bullets(howATierFalls()),
    '## What each tier asks',
    requirements(),
    ...codeGroups.flatMap(({ title, codes }) => [`## ${title}`, table(codeHeads, codes.map(codeRow))]),
    '## Numbers of the signs',
    table(
      ['Sign', ...valueHeads],
      misuseCodes.flatMap(({ code, values }) => valueRows(values).map((row) => [code, ...row])),
    ),
    ...toldToPatients(),
    '## What is often said, and what the evidence supports',
    table(
      ['Often said', 'What the evidence supports', 'May be said', 'Evidence', 'Confidence', 'Source'],
      corrections.map(({ claim, supports, mayBeSaid, evidence, confidence, cites }) => [
        claim,
        supports,
        mayBeSaid,
        evidence,
        confidenceOf(confidence),
        sourceNames(cites),
      ]),
    ),
    '## What the law says in the United States',
    table(
      ['What', 'Says', 'Confidence', 'Source'],
      regulatoryFacts.map(({ title, says, confidence, cites }) => [
        title,
        says,
        confidenceOf(confidence),
        sourceNames(cites),
      ]),
    ),
  )
}

const codeHeads = ['Sign', 'Is', 'Says', 'Why', 'Evidence', 'Confidence', 'Source'] as const

function codeRow(code: MisuseCode): readonly string[] {
  return [
    `\`${code.code}\``,
    code.title,
    sentenceOf(code),
    code.because,
    code.evidence.map((one) => evidenceWords[one]).join('; '),
    confidenceOf(code.confidence),
    sourceNames([...code.cites, ...citesOfValues(code.values)]),
  ]
}

function requirements(): string {
  return table(
    ['What', ...misuseTiers.map((tier) => tierWords[tier]), 'Source'],
    tierRequirements.map((requirement) => [
      requirement.title,
      ...misuseTiers.map((tier) => requirementSays(requirement, tier)),
      sourceNames(requirement.cites),
    ]),
  )
}

function toldToPatients(): readonly string[] {
  return [
    '## What the patient is told',
    'Nobody is told a tier. Patients read the name of their support level, the reasons for it, and what comes next.',
    table(
      ['Tier', 'Support level', 'Says', 'Nivel de apoyo', 'Dice'],
      misuseTiers.map((tier) => {
        const { name, says } = supportLevels[tier]
        return [tierWords[tier], name.en, says.en, name.es, says.es]
      }),
    ),
    table(
      ['About', 'Reason', 'Next step', 'Motivo', 'Próximo paso'],
      supportTopics.map((topic) => {
        const { reason, nextStep } = topicWords[topic]
        return [topic, reason.en, nextStep.en, reason.es, nextStep.es]
      }),
    ),
    table(
      ['Asked of the patient', 'Tier', 'English', 'Español'],
      tierRequirements.flatMap(({ title, at }) =>
        misuseTiers.flatMap((tier) => {
          const { saysToPatient } = at[tier]
          return saysToPatient ? [[title, tierWords[tier], saysToPatient.en, saysToPatient.es]] : []
        }),
      ),
    ),
  ]
}
