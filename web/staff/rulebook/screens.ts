/** Every screen of the rulebook: one chunk, loaded when the rulebook is wanted. */
export { CalculationsScreen, ConditionsScreen, MedicinesScreen } from './lists/list-screens.tsx'
export { PrintScreen } from './print/print-screen.tsx'
export { ProtocolScreen, ProtocolsScreen } from './protocol/protocol-screens.tsx'
export { RuleScreen } from './rule/rule-screen.tsx'
export { RulebookFrame } from './rulebook-frame.tsx'
export { SearchScreen } from './search/search-screen.tsx'
export { SourceScreen, SourcesScreen } from './source/source-screens.tsx'
