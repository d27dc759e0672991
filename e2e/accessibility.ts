import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Checker } from 'accessibility-checker-engine'

const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** The violations that axe-core finds, apart from its experiments. */
export async function violationsByAxe(page: Page, within = 'html'): Promise<string[]> {
  return violationsBy(new AxeBuilder({ page }).include(within).withTags(AXE_RULES))
}

/** Text that stands out too little from what is behind it. */
export async function faintText(page: Page): Promise<string[]> {
  return violationsBy(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))
}

async function violationsBy(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
}

const ibmEngine = fs.readFileSync(
  path.join(import.meta.dirname, '../node_modules/accessibility-checker-engine/ace-window.js'),
  'utf8',
)

/** Rules of IBM's engine that fail for certain: it also lists what a person should look at. */
export async function violationsByIbm(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(ibmEngine)
  return page.evaluate(async selector => {
    const { ace_ibma: engine } = globalThis as unknown as { ace_ibma: { Checker: new () => Checker } }
    const { results } = await new engine.Checker().check(
      selector ? (document.querySelector(selector) ?? document) : document,
      ['WCAG_2_2'],
    )
    return results
      .filter(({ value }) => value.join() === 'VIOLATION,FAIL')
      .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 200)}`)
  }, within)
}
