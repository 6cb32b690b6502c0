/** PCL-5: symptoms after trauma in the last month, in the four clusters of DSM-5. */
import { type Answers, type Instrument, itemsOf, options, score, sumOf } from '../instrument.ts'
import { loinc } from '../loinc.ts'

const stated = { cites: ['blevins-2015', 'bovin-2016'], confidence: 'high', basis: 'src' } as const
const low = { confidence: 'low', basis: 'src' } as const

const severity: Answers = options('Not at all', 'A little bit', 'Moderately', 'Quite a bit', 'Extremely')

/** A symptom is present from this answer on. */
const symptomPresent = score(2, stated)

/** Items by place, and how many symptoms DSM-5 asks for. */
export const pcl5Clusters = {
  B: { from: 0, to: 5, needs: score(1, stated) },
  C: { from: 5, to: 7, needs: score(1, stated) },
  D: { from: 7, to: 14, needs: score(2, stated) },
  E: { from: 14, to: 20, needs: score(2, stated) },
} as const

export const pcl5 = {
  key: 'pcl5',
  title: 'PCL-5, PTSD Checklist for DSM-5',
  says: 'Symptoms of post-traumatic stress.',
  filledInBy: 'patient',
  recall: 'the last month; there is a form for the last week',
  stem: 'In the past month, how much were you bothered by:',
  items: itemsOf(severity, [
    {
      topic: 'Memories',
      text: 'Repeated, disturbing, and unwanted memories of the stressful experience?',
    },
    { topic: 'Dreams', text: 'Repeated, disturbing dreams of the stressful experience?' },
    {
      topic: 'Reliving',
      text: 'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
    },
    {
      topic: 'Upset by reminders',
      text: 'Feeling very upset when something reminded you of the stressful experience?',
    },
    {
      topic: 'Bodily reactions',
      text: 'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
    },
    {
      topic: 'Avoiding memories',
      text: 'Avoiding memories, thoughts, or feelings related to the stressful experience?',
    },
    {
      topic: 'Avoiding reminders',
      text: 'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
    },
    {
      topic: 'Gaps in memory',
      text: 'Trouble remembering important parts of the stressful experience?',
    },
    {
      topic: 'Negative beliefs',
      text: 'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
    },
    {
      topic: 'Blame',
      text: 'Blaming yourself or someone else for the stressful experience or what happened after it?',
    },
    {
      topic: 'Negative feelings',
      text: 'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
    },
    { topic: 'Interest', text: 'Loss of interest in activities that you used to enjoy?' },
    { topic: 'Distance', text: 'Feeling distant or cut off from other people?' },
    {
      topic: 'Positive feelings',
      text: 'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
    },
    { topic: 'Irritability', text: 'Irritable behavior, angry outbursts, or acting aggressively?' },
    { topic: 'Risk-taking', text: 'Taking too many risks or doing things that could cause you harm?' },
    { topic: 'Watchfulness', text: 'Being “superalert” or watchful or on guard?' },
    { topic: 'Startle', text: 'Feeling jumpy or easily startled?' },
    { topic: 'Concentration', text: 'Having difficulty concentrating?' },
    { topic: 'Sleep', text: 'Trouble falling or staying asleep?' },
  ]),
  total: { min: 0, max: 80, says: 'The sum; none with an answer missing.', of: sumOf },
  bands: [],
  values: {
    symptomPresent,
    clusterB: pcl5Clusters.B.needs,
    clusterC: pcl5Clusters.C.needs,
    clusterD: pcl5Clusters.D.needs,
    clusterE: pcl5Clusters.E.needs,
    screenPositive: score(33, { cites: 'bovin-2016', confidence: 'high', basis: 'src' }),
    screenPositiveLowest: score(31, { cites: 'bovin-2016', confidence: 'high', basis: 'src' }),
    reliableChange: score(15, { cites: 'marx-2022', confidence: 'high', basis: 'src' }),
    reliableChangeOtherSample: score(18, { cites: 'marx-2022', ...low }),
    olderReliableChange: score(5, { cites: 'forkus-2022', ...low }),
    olderMeaningfulChange: score(10, { cites: 'forkus-2022', ...low }),
    recoveredBelow: score(28, { cites: 'marx-2022', ...low }),
  },
  loinc: {
    panel: loinc('101697-1', 'PTSD Checklist for DSM-5 (PCL-5)'),
    total: loinc('101698-9', 'PTSD PCL-5 score [PCL-5]'),
  },
  licence: {
    name: 'Work of the US government, not copyrighted',
    textShipped: true,
    attribution:
      'Weathers, Litz, Keane, Palmieri, Marx and Schnurr (2013), National Center for PTSD, US Department of Veterans Affairs.',
    note: 'No permission is needed.',
    confidence: 'high',
  },
  cites: ['blevins-2015', 'bovin-2016', 'forkus-2022', 'marx-2022'],
  confidence: 'high',
} as const satisfies Instrument
