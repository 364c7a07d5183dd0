//! Asks the browser what a colour is, since it knows every way of writing one.

export function cssColors(): (value: string) => [number, number, number] | null {
  const context = document.createElement('canvas').getContext('2d');
  return (value) => {
    if (!context || !CSS.supports('color', value)) return null;
    context.fillStyle = '#000000';
    context.fillStyle = value;
    // Opaque colours come back as `#rrggbb`; one that can be seen through would be another colour on every ground.
    const [, red = '', green = '', blue = ''] = /^#(..)(..)(..)$/.exec(String(context.fillStyle)) ?? [];
    return red ? [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)] : null;
  };
}
