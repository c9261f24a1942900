import { type Browser, chromium, type Locator, type Page } from "playwright-core";

const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
];

const desktop = { width: 1280, height: 900 };
const phone = { width: 400, height: 860 };

/** The Playground as the person at it sees it. Its log panel repeats what was said, so it is kept shut. */
export interface PlaygroundPage {
  readonly page: Page;
  /** Every card in the conversation that is open, oldest first. */
  readonly cards: Locator;
  /** The newest card with this heading. */
  card(heading: string | RegExp): Locator;
  open(url: string): Promise<void>;
  /** Opens a conversation of the list at the left. */
  go(conversation: RegExp): Promise<void>;
  /** Writes to the bot and sends; in a channel after a mention picked from the list, as Teams wants it. */
  say(words: string, how?: "plainly" | "with a mention"): Promise<void>;
  /** Makes the window as wide as a telephone while something is looked at. */
  onPhone(look: () => Promise<unknown>): Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: flags });
}

export async function openPlayground(browser: Browser): Promise<PlaygroundPage> {
  const page = await browser.newPage({ viewport: desktop });
  page.setDefaultTimeout(15_000);
  const cards = page.locator(".ac-adaptiveCard");
  const box = page.locator("div[role=textbox][contenteditable=true]");

  return {
    page,
    cards,
    card: (heading) => cards.filter({ has: page.getByRole("heading", { name: heading }) }).last(),

    async open(url) {
      await page.goto(url);
      await page.getByRole("button", { name: "Hide log panel" }).click();
    },

    async go(conversation) {
      await page.getByRole("treeitem", { name: conversation }).click();
      await box.waitFor();
    },

    async say(words, how = "plainly") {
      await box.click();
      if (how === "with a mention") {
        await page.keyboard.type("@");
        await page.getByRole("option", { name: "Drumbeat" }).click();
      }
      await page.keyboard.type(words);
      await page.getByRole("button", { name: /^(Send Message|Post)$/ }).click();
    },

    async onPhone(look) {
      await page.setViewportSize(phone);
      await look();
      await page.setViewportSize(desktop);
    },
  };
}
