// Two short tones, made on the spot: rising for what is new, falling for what is late.
const tones = { new: [660, 880], late: [880, 587] } as const;
export type Chime = keyof typeof tones;

const lengthS = 0.18;
let context: AudioContext | undefined;

/** Silent where the browser does not let a page ring. */
export function chime(kind: Chime): void {
  try {
    context ??= new AudioContext();
  } catch {
    return;
  }
  const ringing = context;
  void ringing.resume().then(() => {
    for (const [place, hertz] of tones[kind].entries()) ring(ringing, hertz, place * lengthS);
  });
}

function ring(audio: AudioContext, hertz: number, after: number): void {
  const start = audio.currentTime + after;
  const tone = new OscillatorNode(audio, { frequency: hertz });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.25, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + lengthS);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + lengthS);
}
