"""Makes the music on hold: a calm loop of 24 s (plucked arpeggios over four chords and a soft pad), from nothing but
sine waves, so that nobody holds rights in it. Deterministic. Usage: music.py output.wav"""

import math
import struct
import sys
import wave

RATE = 16000
BEAT = 0.375
BARS = 16
BEATS = 4

# Two eight-bar phrases; each chord is root, third, fifth, colour in semitones above A3 (220 Hz).
CHORDS = [
    (3, 7, 10, 14), (-2, 2, 5, 10), (0, 3, 7, 12), (-4, 0, 3, 10),
    (3, 7, 10, 15), (-2, 2, 5, 12), (-4, 0, 3, 7), (-2, 2, 5, 10),
]
PATTERN = (0, 2, 1, 3, 2, 1, 3, 2)
MELODY = {0: 22, 3: 19, 6: 17, 8: 15, 11: 17, 14: 19, 16: 22, 20: 24, 24: 19, 28: 17,
          32: 27, 35: 24, 38: 22, 40: 19, 44: 22, 48: 24, 52: 22, 56: 19, 60: 17}


def frequency(semitone):
    return 220.0 * 2 ** (semitone / 12.0)


def add(buffer, start, length, hertz, loudness, decay, attack=0.008):
    """A plucked tone with soft overtones; what runs over the end comes in again at the beginning."""
    total = len(buffer)
    for i in range(int(length * RATE)):
        t = i / RATE
        envelope = min(1.0, t / attack) * math.exp(-t * decay) * min(1.0, (length - t) / 0.02)
        tone = (math.sin(2 * math.pi * hertz * t)
                + 0.35 * math.exp(-t * 3) * math.sin(4 * math.pi * hertz * t)
                + 0.12 * math.exp(-t * 6) * math.sin(6 * math.pi * hertz * t))
        buffer[(int(start * RATE) + i) % total] += loudness * envelope * tone


def main():
    buffer = [0.0] * int(BARS * BEATS * BEAT * RATE)
    for bar in range(BARS):
        chord = CHORDS[bar % len(CHORDS)]
        begin = bar * BEATS * BEAT
        for note in chord[:3]:
            add(buffer, begin, BEATS * BEAT + 0.5, frequency(note), 0.09, 0.7, attack=0.25)
        add(buffer, begin, BEATS * BEAT, frequency(chord[0] - 12), 0.16, 1.2)
        for step, index in enumerate(PATTERN):
            add(buffer, begin + step * BEAT / 2, 1.2, frequency(chord[index] + 12), 0.13, 4.0)
    for beat, note in MELODY.items():
        add(buffer, beat * BEAT, 1.8, frequency(note), 0.2, 2.2)
    peak = max(abs(sample) for sample in buffer)
    with wave.open(sys.argv[1], "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", int(sample / peak * 12000)) for sample in buffer))


main()
