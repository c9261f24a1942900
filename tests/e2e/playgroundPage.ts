import { type Browser, chromium, type Download, type Locator, type Page } from "playwright-core";

const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
];
const screen = { width: 1280, height: 900 };
/** Of a card in Teams on a telephone 400 wide. The Playground's own page does not fit one. */
const phoneCardWidth = 340;

/** The Playground as the person at it sees and uses it. */
export interface PlaygroundPage {
  readonly page: Page;
  /** Cards with this heading in the open conversation, oldest first. */
  cards(heading: string | RegExp): Locator;
  open(url: string): Promise<void>;
  /** Opens a conversation of the list at the left. */
  go(conversation: "Personal Chat" | "Steering Group"): Promise<void>;
  /** Writes to the bot and sends. */
  say(words: string): Promise<void>;
  /** Starts a post in a channel with a mention picked from the list that `@` opens. */
  post(words: string): Promise<void>;
  /** What it says, line by line. */
  words(element: Locator): Promise<string>;
  /** Follows a link to a file, here or in a page of its own. */
  download(link: Locator): Promise<Download>;
  /** The whole of a card, however tall, as it is here or as wide as on a telephone. */
  photograph(card: Locator, path: string, width?: "phone"): Promise<void>;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
}

export async function openPlaygroundPage(browser: Browser): Promise<PlaygroundPage> {
  const page = await browser.newPage({ viewport: screen });
  page.setDefaultTimeout(10_000);
  const box = page.locator("div[role=textbox][contenteditable=true]").first(); // in a channel the others reply

  return {
    page,
    cards: (heading) => page.locator(".ac-adaptiveCard").filter({ has: page.getByRole("heading", { name: heading }) }),

    async open(url) {
      await page.goto(url);
      await page.getByRole("button", { name: "Hide log panel" }).click(); // It repeats all that is said.
    },

    async go(conversation) {
      await page.getByRole("treeitem", { name: conversation }).click();
      await page.getByRole("button", { name: conversation === "Personal Chat" ? "Send Message" : "Post", exact: true }).waitFor();
    },

    async say(words) {
      await box.click();
      await page.keyboard.type(words);
      await page.getByRole("button", { name: "Send Message" }).click();
    },

    async post(words) {
      await box.click();
      await page.keyboard.type("@");
      await page.getByRole("menuitem", { name: "Drumbeat" }).click();
      await page.keyboard.type(` ${words}`);
      await page.getByRole("button", { name: "Post", exact: true }).click();
    },

    words: async (element) => (await element.allInnerTexts()).join("\n"),

    async download(link) {
      const began = page.context().waitForEvent("download");
      await link.click();
      return began;
    },

    async photograph(card, path, width) {
      if (width) await card.evaluate((element, px) => Object.assign((element as unknown as { style: object }).style, { width: `${px}px` }), phoneCardWidth);
      const height = await card.evaluate((element) => (element as unknown as { scrollHeight: number }).scrollHeight);
      await page.setViewportSize({ ...screen, height: Math.max(screen.height, height + 300) });
      await card.screenshot({ path });
      await page.setViewportSize(screen);
      if (width) await card.evaluate((element) => Object.assign((element as unknown as { style: object }).style, { width: "" }));
      // The page lays itself out anew, and what is ticked before it has may be lost.
      await page.waitForTimeout(200);
    },
  };
}
