/** The screens of the rulebook that need nothing of what patients read: one chunk, loaded when the rulebook is wanted. */
export { InstrumentScreen, InstrumentsScreen } from './instruments/instrument-screens.tsx'
export { CalculationsScreen, ConditionsScreen, MedicinesScreen } from './lists/list-screens.tsx'
export { MeasuresScreen } from './measures/measures-screen.tsx'
export { MisuseRiskScreen } from './misuse/misuse-screen.tsx'
export { ProtocolScreen, ProtocolsScreen } from './protocol/protocol-screens.tsx'
export { RuleScreen } from './rule/rule-screen.tsx'
export { RulebookFrame } from './rulebook-frame.tsx'
export { SearchScreen } from './search/search-screen.tsx'
