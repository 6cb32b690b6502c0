import { valueOn } from '@keel/engine'
import { rulesByTopic } from '@keel/rulebook'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { plotted, type Trend } from './trend-data.ts'

interface PlotProps {
  readonly trend: Trend
  readonly hasDose: boolean
}

/** The plot itself; drawn anew when readings, size or colours change. */
export function TrendPlot({ trend, hasDose }: PlotProps) {
  const place = useRef<HTMLDivElement>(null)
  const drawn = JSON.stringify([trend, hasDose])
  useEffect(() => {
    const element = place.current
    if (!element) return
    const [shown, withDose] = JSON.parse(drawn) as [Trend, boolean]
    let plot: uPlot | undefined
    const draw = () => {
      plot?.destroy()
      plot = plotIn(element, shown, withDose)
    }
    draw()
    const sizes = new ResizeObserver(() => plot?.setSize(sizeOf(element)))
    sizes.observe(element)
    const themes = new MutationObserver(draw)
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const system = matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', draw)
    return () => {
      sizes.disconnect()
      themes.disconnect()
      system.removeEventListener('change', draw)
      plot?.destroy()
    }
  }, [drawn])
  return <div ref={place} aria-hidden="true" />
}

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: element.clientWidth, height: element.clientHeight }
}

/** A colour token as the canvas understands it. */
function colourIn(element: HTMLElement, token: string): string {
  element.style.color = `var(${token})`
  const { color } = getComputedStyle(element)
  element.style.color = ''
  return color
}

const seriesTokens = {
  sbp: '--series-systolic',
  dbp: '--series-diastolic',
  hr: '--series-heart',
  spo2: '--series-oxygen',
} as const

function plotIn(element: HTMLElement, trend: Trend, hasDose: boolean): uPlot {
  const colour = (token: string) => colourIn(element, token)
  const ink = colour('--ink-2')
  const line = colour('--line')
  const axis = {
    stroke: ink,
    font: '13px Inter, sans-serif',
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1 },
  }
  const marks = marksOf(trend, hasDose, colour)
  const last = trend.minutes.at(-1) ?? 0
  const options: uPlot.Options = {
    ...sizeOf(element),
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [Math.min(-5, trend.minutes[0] ?? 0), Math.max(45, last + 5)] },
      y: { range: (_plot, low, high) => [Math.min(40, low - 5), Math.max(190, high + 5)] },
    },
    axes: [axis, { ...axis, size: 44 }],
    series: [
      {},
      ...plotted.map((key) => ({
        stroke: colour(seriesTokens[key]),
        width: 2.5,
        spanGaps: true,
        points: { show: true, size: 8, fill: colour(seriesTokens[key]) },
      })),
    ],
    hooks: { drawAxes: [(plot) => drawMarks(plot, marks)] },
  }
  const data = [trend.minutes, ...plotted.map((key) => trend.columns[key])] as unknown as uPlot.AlignedData
  return new uPlot(options, data, element)
}

interface Mark {
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly says: string
  readonly colour: string
}

/** The limits come from the rulebook's own alarm rules, so that the line and the alarm cannot disagree. */
function marksOf(trend: Trend, hasDose: boolean, colour: (token: string) => string): readonly Mark[] {
  const limits = [
    { rule: 'is-bp-pause', value: 'systolic', token: '--series-systolic', says: 'systolic, pause' },
    { rule: 'is-bp-alert', value: 'systolic', token: '--series-systolic', says: 'systolic, review' },
    { rule: 'is-bp-pause', value: 'diastolic', token: '--series-diastolic', says: 'diastolic, pause' },
    { rule: 'is-spo2-pause', value: 'lowest', token: '--series-oxygen', says: 'SpO₂, pause' },
  ]
  const marks: Mark[] = limits.flatMap(({ rule, value, token, says }) => {
    const at = limitOf(rule, value)
    return at === undefined ? [] : [{ axis: 'y', at, says: `${at} ${says}`, colour: colour(token) }]
  })
  if (hasDose) marks.push({ axis: 'x', at: 0, says: 'dose', colour: colour('--ink-2') })
  if (trend.doseEndMinute !== null)
    marks.push({ axis: 'x', at: trend.doseEndMinute, says: 'end', colour: colour('--ink-2') })
  return marks
}

function limitOf(ruleId: string, name: string): number | undefined {
  const rules = Object.values(rulesByTopic).flatMap((topic) => topic.rules)
  const values = rules.find(({ id }) => id === ruleId)?.values[name]
  const limit = values && valueOn(name, values, undefined).is
  return typeof limit === 'number' ? limit : undefined
}

function drawMarks(plot: uPlot, marks: readonly Mark[]): void {
  const { ctx } = plot
  const { left, top, width, height } = plot.bbox
  const scale = devicePixelRatio
  ctx.save()
  ctx.font = `${12 * scale}px Inter, sans-serif`
  ctx.setLineDash([5 * scale, 5 * scale])
  ctx.lineWidth = scale
  ctx.textBaseline = 'bottom'
  for (const { axis, at, says, colour } of marks) {
    const here = plot.valToPos(at, axis, true)
    ctx.strokeStyle = colour
    ctx.fillStyle = colour
    ctx.beginPath()
    if (axis === 'y') {
      ctx.moveTo(left, here)
      ctx.lineTo(left + width, here)
      ctx.textAlign = 'right'
      ctx.fillText(says, left + width - 4 * scale, here - 2 * scale)
    } else {
      ctx.moveTo(here, top)
      ctx.lineTo(here, top + height)
      ctx.textAlign = 'left'
      ctx.fillText(says, here + 4 * scale, top + 14 * scale)
    }
    ctx.stroke()
  }
  ctx.restore()
}
