/** The pages of the printed rulebook, as text. Pure: the same rulebook prints the same pages. */
import {
  allProtocolIds,
  amountOf,
  caseSchema,
  derivations,
  protocolOf,
  protocols,
  rulesByTopic,
  ruleset,
  sentenceOf,
} from '@keel/rulebook'
import { engagementPage } from './rulebook-pages-engagement.ts'
import { instrumentsPage } from './rulebook-pages-instruments.ts'
import { conditionsPage, medicinesPage, sourcesPage } from './rulebook-pages-lists.ts'
import { confidenceOf, link, page, sourceNames, table } from './rulebook-pages-markdown.ts'
import { misusePage } from './rulebook-pages-misuse.ts'
import { protocolPage, rulePage, statusInWords } from './rulebook-pages-rules.ts'
import { consentPage, lessonPages } from './rulebook-pages-texts.ts'

/** Path below `docs/` -> content. */
export function rulebookPages(): ReadonlyMap<string, string> {
  const pages = new Map([
    ['rulebook/README.md', indexPage()],
    ...ruleset.rules.map((rule) => [`rulebook/${rule.id}.md`, rulePage(rule)] as const),
    ...protocols.map((protocol) => [`rulebook/protocol-${protocol.id}.md`, protocolPage(protocol)] as const),
    ['rulebook/misuse-risk.md', misusePage()],
    ['rulebook/engagement.md', engagementPage()],
    ['rulebook/instruments.md', instrumentsPage()],
    ...lessonPages(),
    ['rulebook/consent.md', consentPage()],
    ['rulebook/medicines.md', medicinesPage()],
    ['rulebook/conditions.md', conditionsPage()],
  ])
  return new Map([
    ...pages,
    ['rulebook/sources.md', sourcesPage(pages)],
    ['case-format.schema.json', `${JSON.stringify(caseSchema, null, 2)}\n`],
  ])
}

const besideTheRules = [
  ['misuse-risk', 'Misuse risk', 'signs, tiers and what each asks, what the evidence supports'],
  ['engagement', 'Engagement', 'measures between doses, gates, structure, signals, tests that come round, exposure'],
  ['instruments', 'Instruments', 'questionnaires and scales, when they are due, what follows from them'],
  ['education', 'Lessons for patients', 'in English and Spanish, with their questions'],
  ['consent', 'Consent', 'every element in English and Spanish'],
  ['medicines', 'Medicines', 'with classes and codes'],
  ['conditions', 'Conditions', 'with codes'],
  ['sources', 'Sources', 'and what rests on each'],
] as const

function indexPage(): string {
  const topics = Object.values(rulesByTopic).flatMap(({ title, rules }) => [
    `## ${title}`,
    table(
      ['Rule', 'Severity', 'Asked in', 'Says', 'Confidence'],
      rules.map((rule) => [
        link(rule.id),
        rule.severity,
        rule.phases.join(', '),
        sentenceOf(rule),
        confidenceOf(rule.confidence),
      ]),
    ),
  ])
  return page(
    '# The rulebook',
    'Reference for clinicians who review it. Every limit is for the medical director of a clinic to accept or to tighten before it is used on patients. A fact that is not known is never read as "no": the rule that needs it holds the dose and asks for it. Low confidence means that the number is a convention, or that sources disagree.',
    table(
      ['Beside the rules', 'Holds'],
      besideTheRules.map(([name, title, holds]) => [`[${title}](${name}.md)`, holds]),
    ),
    '## Protocols',
    table(
      ['Protocol', 'Status'],
      allProtocolIds.map((id) => {
        const protocol = protocolOf(id)
        return protocol
          ? [`[${id}](protocol-${id}.md): ${protocol.title}`, statusInWords(protocol)]
          : [id, 'not yet: answered with an error']
      }),
    ),
    ...topics,
    '## Arithmetic',
    table(
      ['Fact', 'Is', 'Numbers'],
      Object.entries(derivations).map(([path, { says, values }]) => [
        `\`${path}\``,
        says,
        Object.values(values)
          .flatMap((dated) =>
            dated.map((value) => `${amountOf(value)} (${confidenceOf(value.confidence)}; ${sourceNames(value.cites)})`),
          )
          .join('; '),
      ]),
    ),
  )
}
