declare module "plotly.js-dist" {
  const Plotly: {
    newPlot(place: HTMLElement, data: readonly object[], layout: object, config: object): Promise<unknown>;
    purge(place: HTMLElement): void;
  };
  export default Plotly;
}
