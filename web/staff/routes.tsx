import { createRootRoute, createRoute, createRouter, Link, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { BoardScreen } from './board/board-screen.tsx'
import { Frame } from './frame/frame.tsx'
import { MessagePage } from './frame/message-page.tsx'
import { parseRulebookSearch, parseTextSearch } from './rulebook/search-params.ts'
import { SessionScreen } from './session/session-screen.tsx'
import { SignInScreen } from './sign-in/sign-in-screen.tsx'

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <MessagePage title="There is nothing at this address">
      <Link to="/">Go to today’s board</Link>
    </MessagePage>
  ),
  errorComponent: () => (
    <MessagePage title="This screen could not be shown">
      <p>Nothing that was recorded is lost. Load the page again; if it happens again, tell whoever runs Keel here.</p>
    </MessagePage>
  ),
})

/** Where to go after signing in: a path of this application, never another site. */
function parseNext({ next }: Record<string, unknown>): { next?: string } {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInScreen,
  validateSearch: parseNext,
})
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: Frame })
const board = createRoute({ getParentRoute: () => signedIn, path: '/', component: BoardScreen })
const session = createRoute({
  getParentRoute: () => signedIn,
  path: '/sessions/$sessionId',
  component: function Session() {
    return <SessionScreen key={session.useParams().sessionId} sessionId={session.useParams().sessionId} />
  },
})

/** The rulebook's screens come in a chunk of their own, with the rules that they show. */
const screens = () => import('./rulebook/screens.ts')
/** Loaded along with the first, since it too has to be there when the network is not; nothing waits for it. */
const withTexts = () => import('./rulebook/screens-with-texts.ts')
const rulebook = createRoute({
  getParentRoute: () => signedIn,
  path: '/rulebook',
  component: lazyRouteComponent(screens, 'RulebookFrame'),
  loader: () => void withTexts().catch(() => undefined),
})
const ofRulebook = { getParentRoute: () => rulebook } as const
const rulebookPages = [
  createRoute({
    ...ofRulebook,
    path: '/',
    component: lazyRouteComponent(screens, 'SearchScreen'),
    validateSearch: parseRulebookSearch,
  }),
  createRoute({ ...ofRulebook, path: '/rules/$ruleId', component: lazyRouteComponent(screens, 'RuleScreen') }),
  createRoute({ ...ofRulebook, path: '/protocols', component: lazyRouteComponent(screens, 'ProtocolsScreen') }),
  createRoute({
    ...ofRulebook,
    path: '/protocols/$protocolId',
    component: lazyRouteComponent(screens, 'ProtocolScreen'),
  }),
  createRoute({ ...ofRulebook, path: '/medicines', component: lazyRouteComponent(screens, 'MedicinesScreen') }),
  createRoute({ ...ofRulebook, path: '/conditions', component: lazyRouteComponent(screens, 'ConditionsScreen') }),
  createRoute({ ...ofRulebook, path: '/calculations', component: lazyRouteComponent(screens, 'CalculationsScreen') }),
  createRoute({ ...ofRulebook, path: '/misuse-risk', component: lazyRouteComponent(screens, 'MisuseRiskScreen') }),
  createRoute({ ...ofRulebook, path: '/measures', component: lazyRouteComponent(screens, 'MeasuresScreen') }),
  createRoute({ ...ofRulebook, path: '/instruments', component: lazyRouteComponent(screens, 'InstrumentsScreen') }),
  createRoute({
    ...ofRulebook,
    path: '/instruments/$instrumentKey',
    component: lazyRouteComponent(screens, 'InstrumentScreen'),
  }),
  createRoute({ ...ofRulebook, path: '/education', component: lazyRouteComponent(withTexts, 'EducationScreen') }),
  createRoute({
    ...ofRulebook,
    path: '/education/$lessonId',
    component: lazyRouteComponent(withTexts, 'LessonScreen'),
    validateSearch: parseTextSearch,
  }),
  createRoute({
    ...ofRulebook,
    path: '/consent',
    component: lazyRouteComponent(withTexts, 'ConsentScreen'),
    validateSearch: parseTextSearch,
  }),
  createRoute({ ...ofRulebook, path: '/sources', component: lazyRouteComponent(withTexts, 'SourcesScreen') }),
  createRoute({ ...ofRulebook, path: '/sources/$sourceId', component: lazyRouteComponent(withTexts, 'SourceScreen') }),
  createRoute({ ...ofRulebook, path: '/print', component: lazyRouteComponent(withTexts, 'PrintScreen') }),
] as const

export const router = createRouter({
  routeTree: root.addChildren([signIn, signedIn.addChildren([board, session, rulebook.addChildren(rulebookPages)])]),
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
