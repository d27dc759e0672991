import fs from 'node:fs'
import { type Browser, chromium, firefox } from '@playwright/test'
import puppeteer from 'puppeteer-core'

/** One page of a browser, whatever drives it. */
export type Viewer = {
  name: string
  resize: (width: number, height: number) => Promise<void>
  open: (address: string) => Promise<void>
  show: (html: string) => Promise<void>
  run: <Answer, Given>(inPage: (given: Given) => Answer, given: Given) => Promise<Answer>
  screenshot: (file: string) => Promise<void>
  close: () => Promise<void>
}

export const browserNames = ['chromium', 'firefox'] as const

/** A page of this browser; null where it is not installed. */
export async function viewerOf(name: (typeof browserNames)[number]): Promise<Viewer | null> {
  if (name === 'chromium')
    return byPlaywright(
      name,
      await chromium.launch({ executablePath: process.env.PRESS_CHROMIUM || undefined }),
    )
  const named = process.env.PRESS_FIREFOX
  if (!named && fs.existsSync(firefox.executablePath())) return byPlaywright(name, await firefox.launch())
  const file = named ?? SYSTEM_FIREFOX.find(each => fs.existsSync(each))
  return file ? byWebDriver(file) : null
}

/* Playwright drives only a Firefox of its own; the one that Debian and others install speaks WebDriver BiDi. */
const SYSTEM_FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

async function byPlaywright(name: string, browser: Browser): Promise<Viewer> {
  const page = await browser.newPage()
  return {
    name,
    resize: (width, height) => page.setViewportSize({ width, height }),
    open: async address => {
      await page.goto(address)
    },
    show: html => page.setContent(html),
    run: (inPage, given) => page.evaluate(inPage as never, given) as never,
    screenshot: async file => {
      await page.screenshot({ path: file, fullPage: true })
    },
    close: () => browser.close(),
  }
}

async function byWebDriver(executablePath: string): Promise<Viewer> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
  const page = await browser.newPage()
  return {
    name: await browser.version(),
    resize: (width, height) => page.setViewport({ width, height }),
    open: async address => {
      await page.goto(address)
    },
    show: html => page.setContent(html),
    run: (inPage, given) => page.evaluate(inPage as never, given as never) as never,
    screenshot: async file => {
      await page.screenshot({ path: file as `${string}.png`, fullPage: true })
    },
    close: () => browser.close(),
  }
}
