// Mask painting. The mask is sent as a PNG with alpha 0 where the image may change.

// Finer than the display, so that the mask is scaled down like the image, which may have 64 megapixels.
const MAX_EDGE = 2048;
const NUM_UNDO = 20;

export class Mask {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d", { willReadFrequently: true });
    this.erasing = false;
    this.isLocked = false;
    this.pointer = null;
    this.size = 60;
    this.history = [];
    this.last = null;
    canvas.addEventListener("pointerdown", (event) => this.begin(event));
    canvas.addEventListener("pointermove", (event) => event.pointerId === this.pointer && this.stroke(this.at(event)));
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"])
      canvas.addEventListener(end, (event) => event.pointerId === this.pointer && this.end());
    canvas.addEventListener("keydown", (event) => this.handleKey(event));
    this.marker = canvas.parentElement.appendChild(document.createElement("span"));
    this.marker.id = "mask-cursor";
    canvas.addEventListener("focus", () => this.mark());
  }

  reset(width, height) {
    const scale = Math.min(1, MAX_EDGE / Math.max(width, height));
    this.canvas.width = Math.max(1, Math.round(width * scale));
    this.canvas.height = Math.max(1, Math.round(height * scale));
    this.history = [];
    this.cursor = { x: this.canvas.width / 2, y: this.canvas.height / 2 };
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * this.canvas.width,
      y: ((event.clientY - box.top) / box.height) * this.canvas.height,
    };
  }

  // paint with one finger, the pen or the left button
  begin(event) {
    if (this.isLocked || this.pointer !== null || !event.isPrimary || event.button !== 0) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.remember();
    this.last = this.at(event);
    this.stroke(this.last);
  }

  end() {
    this.pointer = null;
    this.last = null;
  }

  // keyboard control: arrow keys move, Space paints
  handleKey(event) {
    const step = this.lineWidth / 2;
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (move) {
      const within = (value, max) => Math.min(max, Math.max(0, value));
      this.cursor = { x: within(this.cursor.x + move[0], this.canvas.width), y: within(this.cursor.y + move[1], this.canvas.height) };
      this.mark();
    } else if (event.key === " " && !this.isLocked) {
      this.remember();
      this.last = this.cursor;
      this.stroke(this.cursor);
      this.last = null;
    } else return;
    event.preventDefault();
  }

  // brush width in mask pixels, so that it is constant on the screen
  get lineWidth() {
    return this.size * (this.canvas.width / this.canvas.getBoundingClientRect().width || 1);
  }

  // show the keyboard cursor
  mark() {
    const { canvas, cursor } = this;
    const scale = canvas.clientWidth / canvas.width;
    Object.assign(this.marker.style, {
      width: `${this.size}px`,
      height: `${this.size}px`,
      left: `${canvas.offsetLeft + cursor.x * scale}px`,
      top: `${canvas.offsetTop + cursor.y * scale}px`,
    });
  }

  stroke(to) {
    const { context } = this;
    context.globalCompositeOperation = this.erasing ? "destination-out" : "source-over";
    context.strokeStyle = context.fillStyle = "#ff3d7f";
    context.lineCap = context.lineJoin = "round";
    context.lineWidth = this.lineWidth;
    context.beginPath();
    context.moveTo(this.last.x, this.last.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    // a line of length 0 paints nothing, but a tap should
    context.beginPath();
    context.arc(to.x, to.y, this.lineWidth / 2, 0, 2 * Math.PI);
    context.fill();
    this.last = to;
    this.cursor = to;
  }

  // the colour is constant, so it is enough to store alpha
  remember() {
    this.history.push(this.alpha());
    if (this.history.length > NUM_UNDO) this.history.shift();
  }

  alpha() {
    const { data } = this.pixels();
    return Uint8ClampedArray.from({ length: data.length / 4 }, (_, index) => data[4 * index + 3]);
  }

  paint(alpha) {
    const image = this.pixels();
    for (let i = 0; i < alpha.length; i += 1) image.data.set([255, 61, 127, alpha[i]], 4 * i);
    this.context.putImageData(image, 0, 0);
  }

  pixels() {
    return this.context.getImageData(0, 0, this.canvas.width, this.canvas.height);
  }

  undo() {
    const before = this.history.pop();
    if (before && !this.isLocked) this.paint(before);
  }

  clear() {
    if (this.isLocked) return;
    this.remember();
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  invert() {
    if (this.isLocked) return;
    this.remember();
    this.paint(this.alpha().map((value) => (value > 127 ? 0 : 255)));
  }

  get isEmpty() {
    const { data } = this.pixels();
    for (let i = 3; i < data.length; i += 4) if (data[i] > 127) return false;
    return true;
  }

  // encode in the image size, as the API requires
  async file({ width, height }) {
    const mask = new OffscreenCanvas(this.canvas.width, this.canvas.height);
    const image = this.pixels();
    for (let i = 0; i < image.data.length; i += 4) image.data.set([0, 0, 0, image.data[i + 3] > 127 ? 0 : 255], i);
    mask.getContext("2d").putImageData(image, 0, 0);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    context.imageSmoothingEnabled = false; // alpha is 0 or 255 only
    context.drawImage(mask, 0, 0, width, height);
    return canvas.convertToBlob({ type: "image/png" });
  }
}
