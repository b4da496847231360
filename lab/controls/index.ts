// What controls of `live` are in the page: a module of anywidget, which the kernel sends along.
import { AnswerView } from "./answerView.js";
import styles from "./controls.css";
import { element } from "./elements.js";
import { drawChoice, drawSlider } from "./fields.js";
import { Line, type Trouble } from "./line.js";
import type { ControlForm, Drawn, Model } from "./model.js";
import { drawPaper } from "./paper.js";

/** Milliseconds until an answer that takes its time is said to be on its way. */
const patience = 500;

const said: Readonly<Record<Trouble | "asking", string>> = {
  none: "",
  asking: "The answer is on its way …",
  busy: "The kernel is busy with something else. It answers to the newest setting as soon as it is free.",
  silent: "The kernel does not answer these controls. If it is not at work, run the cell again.",
  gone: "The kernel behind these controls has gone. Run the cell again.",
};

function render({ model, el }: { readonly model: Model; readonly el: HTMLElement }): () => void {
  const view = new AnswerView(model.get("answer"));
  const state = element("div", "convlab-live-state");
  state.setAttribute("role", "status");
  const fields = element("fieldset", "convlab-live-controls");
  const tell = (what: Trouble | "asking") => {
    if (what === "none" && state.dataset.said === "asking") return;
    state.dataset.said = what;
    state.textContent = said[what];
    if (what === "gone") fields.disabled = true;
    view.node.setAttribute("aria-busy", String(what === "asking" || what === "busy"));
  };
  const line = new Line(model, tell);

  const values = [...model.get("values")];
  let asking: ReturnType<typeof setTimeout> | undefined;
  const drawn = model.get("controls").map((form, index) =>
    draw(form, values[index], (value) => {
      values[index] = value;
      model.set("values", [...values]);
      line.send([...values]);
      asking ??= setTimeout(() => tell("asking"), patience);
    }),
  );
  fields.append(...drawn.map(({ node }) => node));
  const style = element("style", "", styles);
  el.append(style, element("div", "convlab-live", fields, view.node), state);

  const heard = {
    "msg:custom": (content: unknown) => line.receive(content),
    "change:answer": () => view.show(model.get("answer")),
    "change:answered": () => {
      if (line.isWaiting || model.get("answered") !== line.stamp) return;
      clearTimeout(asking);
      asking = undefined;
      state.dataset.said = "none";
      tell("none");
    },
    // In another view of the same controls.
    "change:values": () => {
      for (const [index, value] of model.get("values").entries()) {
        if (value === values[index] || line.isWaiting) continue;
        values[index] = value;
        drawn[index]?.show(value);
      }
    },
    // Jupyter's front ends say so when the kernel restarts.
    comm_live_update: () => line.end(),
  };
  for (const [event, take] of Object.entries(heard)) model.on(event, take);
  return () => {
    for (const [event, take] of Object.entries(heard)) model.off(event, take);
    clearTimeout(asking);
    line.dispose();
    view.dispose();
  };
}

function draw(form: ControlForm, value: unknown, changed: (value: unknown) => void): Drawn {
  if (form.kind === "canvas") return drawPaper(form, value, changed);
  return form.kind === "slider" ? drawSlider(form, value, changed) : drawChoice(form, value, changed);
}

export default { render };
