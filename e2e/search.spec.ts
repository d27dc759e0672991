import { expect, test } from '@playwright/test'

const searches = {
  ar: {
    typed: 'مدرسه',
    narrowed: 'الرياضة',
    find: 'مدرسة للحارسات',
    mistyped: 'الإتلاف',
    meant: 'الائتلاف',
    begun: 'الائت',
  },
  en: {
    typed: 'schools',
    narrowed: 'Sport',
    find: 'a school for girls',
    mistyped: 'calandar',
    meant: 'calendar',
    begun: 'calen',
  },
} as const

for (const [locale, words] of Object.entries(searches)) {
  test.describe(`search in ${locale} without script`, () => {
    test.use({ javaScriptEnabled: false })

    test('leads from any page to the story, and narrows to a section', async ({ page }) => {
      await page.goto(`/${locale}`)
      await page.locator('header a[href$="/search"]').click()
      const box = page.getByRole('searchbox')
      await box.fill(words.typed)
      await box.press('Enter')
      await expect(page).toHaveURL(new RegExp(`/${locale}/search\\?`))
      await expect(page.locator('main mark').first()).toBeVisible()
      expect(await page.locator('head meta[name="robots"]').getAttribute('content')).toContain('noindex')
      const before = await page.locator('main article').count()
      await page.getByRole('checkbox', { name: words.narrowed }).check()
      await page.locator('main button[type="submit"]').last().click()
      await expect(page.locator('main article').first()).toBeVisible()
      expect(await page.locator('main article').count()).toBeLessThan(before)
      await page.getByRole('link', { name: words.find }).click()
      await expect(page.locator('h1')).toContainText(words.find)
    })

    test('keeps what was typed, whatever it is, and never fails', async ({ page }) => {
      for (const typed of [
        '"><script>alert(1)</script>',
        'AND (OR "',
        '%',
        'م',
        '-',
        '\u202e"*',
        'x'.repeat(300),
      ]) {
        const answer = await page.goto(`/${locale}/search?q=${encodeURIComponent(typed)}`)
        expect(answer?.status(), typed).toBe(200)
        await expect(page.getByRole('searchbox')).toHaveValue(typed)
        await expect(page.locator('main script:not([src])')).toHaveCount(0)
      }
    })

    test('says what was probably meant', async ({ page }) => {
      await page.goto(`/${locale}/search?q=${encodeURIComponent(words.mistyped)}`)
      await page.getByRole('link', { name: words.meant, exact: true }).click()
      await expect(page.locator('main article').first()).toBeVisible()
    })
  })

  test(`the box in ${locale} suggests as one types, by keyboard alone`, async ({ page }) => {
    await page.goto(`/${locale}/search`)
    const box = page.getByRole('combobox')
    await expect(box).toHaveAttribute('aria-expanded', 'false')
    await box.pressSequentially(words.begun)
    const options = page.getByRole('option')
    await expect(options.first()).toBeVisible()
    await expect(box).toHaveAttribute('aria-expanded', 'true')
    await box.press('ArrowDown')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    await expect(box).toHaveAttribute(
      'aria-activedescendant',
      (await options.first().getAttribute('id')) ?? '',
    )
    await expect(box).not.toHaveValue(words.begun)
    await box.press('ArrowUp')
    await expect(box).toHaveValue(words.begun)
    await box.press('ArrowUp')
    await box.press('Escape')
    await expect(options).toHaveCount(0)
    await expect(box).toHaveValue(words.begun)
    await box.press('ArrowDown')
    await expect(options.first()).toBeVisible()
    await box.press('ArrowDown')
    await box.press('Enter')
    await expect(page).toHaveURL(/search\?q=/)
    await expect(page.locator('main mark').first()).toBeVisible()
  })

  test(`a headline suggested in ${locale} leads to its story`, async ({ page }) => {
    await page.goto(`/${locale}/search`)
    await page.getByRole('combobox').pressSequentially(words.begun)
    const headline = page.locator('[role="option"][data-kind="headline"]').first()
    const text = (await headline.textContent()) ?? ''
    await headline.click()
    await expect(page.locator('h1')).toHaveText(text)
  })
}
