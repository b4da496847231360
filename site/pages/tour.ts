import type { Drawn } from "./vegaChart.js";

type View = NonNullable<Drawn["view"]>;

/** The choice behind which no page is shown, as the explorer names it. */
const free = "touch freely";

/** The text and the buttons of a guided tour, as HTML beside the explorer that it drives. */
export class TourPanel {
  private readonly panel: HTMLElement;
  private view: View | undefined;

  constructor(private readonly figure: HTMLElement) {
    this.panel = figure.querySelector<HTMLElement>(".tour") as HTMLElement;
    for (const button of this.panel.querySelectorAll<HTMLButtonElement>("[data-turn]"))
      button.addEventListener("click", () => this.turn(button.dataset.turn ?? ""));
  }

  /** Follows the explorer that stands there now. */
  follow({ view }: Drawn): void {
    if (!view) return;
    this.view = view;
    for (const name of ["tourAt", "tourLines", "tourMoved", "words"])
      view.addSignalListener(name, () => this.tell());
    this.panel.hidden = false;
    this.tell();
  }

  private turn(to: string): void {
    const { view } = this;
    if (!view) return;
    const [at, titles] = [view.signal("tourAt") as number, view.signal("tourTitles") as string[]];
    const left = view.signal("tourLeft") as number;
    const page = (index: number) => titles[Math.min(titles.length - 1, Math.max(0, index))];
    if (to === "again") view.signal("tourTurned", (view.signal("tourTurned") as number) + 1);
    else if (to === "leave") view.signal("tour", at < 0 ? page(left) : free);
    else view.signal("tour", page(at < 0 ? left : at + (to === "next" ? 1 : -1)));
    void view.runAsync();
  }

  private tell(): void {
    const { view, panel } = this;
    if (!view) return;
    const at = view.signal("tourAt") as number;
    const heads = view.signal("tourHeads") as string[];
    const last = heads.length - 1;
    put(panel, ".place", at < 0 ? "The tour waits" : `Page ${at + 1} of ${heads.length}`);
    put(panel, "h3", at < 0 ? "Touch freely" : (heads[at] ?? ""));
    const words = view.signal("words") as string[];
    const said = words.filter(Boolean).join(" ");
    put(
      panel,
      ".telling",
      at < 0
        ? "Click a layer, a number or a bar, or paint."
        : (view.signal("tourLines") as string[]).join(" "),
    );
    put(this.figure, ".said", said);
    const below = this.figure.querySelector<HTMLElement>(".said");
    // The wide form says its words itself.
    if (below) below.hidden = Number(view.width()) > 500;
    const button = (name: string) => panel.querySelector<HTMLButtonElement>(`[data-turn="${name}"]`);
    const [back, next, again, leave] = ["back", "next", "again", "leave"].map(button);
    // Not disabled: a button that is takes the keyboard's place away.
    back?.setAttribute("aria-disabled", String(at <= 0));
    next?.setAttribute("aria-disabled", String(at < 0 || at === last));
    if (again) again.hidden = view.signal("tourMoved") !== true;
    if (leave) leave.textContent = at < 0 ? "Back to the tour" : "Touch freely";
  }
}

function put(inside: HTMLElement, selector: string, text: string): void {
  const element = inside.querySelector<HTMLElement>(selector);
  // The same text again would be read aloud again.
  if (element && element.textContent !== text) element.textContent = text;
}
