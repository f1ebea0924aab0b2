/* Elements built one by one: text stays text, whatever it holds. */
export function build(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

export function button(label, onclick, options = {}) {
  return build("button", { type: "button", onclick, ...options }, label);
}

export function phone(contact) {
  return build("a", { class: "phone", href: `tel:${contact}` }, contact);
}
