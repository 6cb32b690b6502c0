/**
 * Where the numbers come from. What a source's edition or the day it was last checked is not known is left out.
 * `judgement` marks what no source states: a default of this project, for a clinic's medical director to accept or tighten.
 */
import type { Source } from '@keel/engine'

export const sources = {
  judgement: { title: 'Engineering default, no source states the number', publisher: 'Keel' },
  'acevedo-diaz-2020': { title: 'J Affect Disord 263:568', publisher: 'Acevedo-Diaz et al., 2020' },
  acls: { title: 'Advanced cardiovascular life support', publisher: 'Resuscitation guidance' },
  'aldrete-1995': { title: 'J Clin Anesth 7:89', publisher: 'Aldrete, 1995' },
  'anaphylaxis-guidance': { title: 'Emergency treatment of anaphylaxis', publisher: 'Anaphylaxis guidance' },
  'anand-2023': { title: 'N Engl J Med 388:2315 (ELEKT-D)', publisher: 'Anand et al., 2023' },
  'andrade-2017': { title: 'J Clin Psychiatry 78:e852 and 78:e858', publisher: 'Andrade, 2017' },
  'asa-fasting': {
    title: 'Practice guideline on fasting before procedures',
    publisher: 'American Society of Anesthesiologists',
    edition: '2017, update 2023',
  },
  'asa-ketamine': {
    title: 'Guidance on safe use of ketamine outside acute pain and procedural sedation',
    publisher: 'American Society of Anesthesiologists',
  },
  askp3: { title: 'Standards of practice', publisher: 'ASKP3', edition: '2020; basics 2024' },
  'bts-oxygen': { title: 'Oxygen target range', publisher: 'British Thoracic Society' },
  'cdc-2022': { title: 'MMWR Recomm Rep 71(3)', publisher: 'Centers for Disease Control and Prevention, 2022' },
  'chung-1995': { title: 'J Clin Anesth 7:500', publisher: 'Chung, 1995' },
  'cohen-2018': { title: 'Reg Anesth Pain Med 43:521', publisher: 'Cohen et al., 2018 (ASRA, AAPM, ASA)' },
  'dakwar-2020': { title: 'Am J Psychiatry 177:125', publisher: 'Dakwar et al., 2020' },
  'devine-1974': { title: 'Ideal body weight from height', publisher: 'Devine, 1974' },
  'ekstrand-2022': {
    title: 'Int J Neuropsychopharmacol (KetECT)',
    publisher: 'Ekstrand et al., 2022',
    locator: 'PMC9154276',
  },
  'esketamine-label-eu': {
    title: 'SPRAVATO (esketamine) nasal spray, EU summary of product characteristics',
    publisher: 'Janssen',
  },
  'esketamine-label-us': {
    title: 'SPRAVATO (esketamine) nasal spray, US prescribing information',
    publisher: 'Janssen',
  },
  'esketamine-rems': {
    title: 'SPRAVATO risk evaluation and mitigation strategy',
    publisher: 'Janssen; US Food and Drug Administration',
    locator: 'REMS 386',
  },
  'fava-2018': { title: 'Mol Psychiatry 25:1592', publisher: 'Fava et al., 2018' },
  'feder-2021': { title: 'Am J Psychiatry 178:193', publisher: 'Feder et al., 2021' },
  'hypertensive-crisis': {
    title: 'Definition of hypertensive crisis, 180/120 mmHg',
    publisher: 'Hypertension guidance',
  },
  'joseph-2023': { title: 'Pharmaceuticals 16:1164', publisher: 'Joseph et al., 2023' },
  'ketamine-label-us': {
    title: 'Ketamine hydrochloride injection, US prescribing information',
    publisher: 'Hospira',
    edition: '2024',
  },
  'mcintyre-2021': { title: 'Am J Psychiatry 178:383', publisher: 'McIntyre et al., 2021' },
  'murrough-2013': { title: 'Am J Psychiatry 170:1134', publisher: 'Murrough et al., 2013' },
  'pennsylvania-2020': {
    title: 'Guidelines for Safe Administration of Low-Dose Ketamine',
    publisher: 'Pennsylvania Department of Health',
    edition: 'revised 7 Oct 2020',
  },
  'phillips-2019': { title: 'Am J Psychiatry 176:401', publisher: 'Phillips et al., 2019' },
  'riva-posse-2018': { title: 'J Affect Disord 236:291', publisher: 'Riva-Posse et al., 2018' },
  'sanacora-2017': { title: 'JAMA Psychiatry 74:399', publisher: 'Sanacora et al., 2017' },
  'schwartzman-2009': { title: 'Pain 147:107', publisher: 'Schwartzman et al., 2009' },
  'singh-2016': { title: 'Am J Psychiatry 173:816', publisher: 'Singh et al., 2016' },
  'swainson-2021': { title: 'Can J Psychiatry 66:113 (CANMAT)', publisher: 'Swainson et al., 2021' },
  'szarmach-2020': { title: 'Neuropsychiatr Dis Treat 16:2539', publisher: 'Szarmach et al., 2020' },
  transform: { title: 'TRANSFORM esketamine trials, visit schedule', publisher: 'Janssen' },
  'va-dod-mdd-2022': { title: 'Guideline on major depressive disorder', publisher: 'VA/DoD', edition: '2022' },
  'wan-2015': { title: 'J Clin Psychiatry 76:247', publisher: 'Wan et al., 2015' },
  'yale-2024': {
    title: 'Gen Hosp Psychiatry',
    publisher: 'Yale series, 2024',
    locator: 'doi 10.1016/j.genhosppsych.2024.07.001',
  },
  'yip-2022': { title: 'Front Psychiatry 13:1017504', publisher: 'Yip et al., 2022' },
  'zarate-2006': { title: 'Arch Gen Psychiatry 63:856', publisher: 'Zarate et al., 2006' },
} as const satisfies Readonly<Record<string, Source>>

export type SourceId = keyof typeof sources
