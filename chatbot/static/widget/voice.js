/* Voice, where the browser has it: an answer is read aloud, a question is spoken. */
import { button } from "./build.js";

export function readAloud(text) {
  if (!("speechSynthesis" in window)) return null;
  const show = (reading) => { control.textContent = reading ? "停止朗读" : "朗读"; };
  const control = button("朗读", () => {
    const reading = control.textContent !== "朗读";
    hush();
    if (reading) return show(false);
    const words = new SpeechSynthesisUtterance(text);
    words.lang = "zh-CN";
    words.rate = 0.9; // a little slower than a young ear would want
    words.onend = words.onerror = () => show(false);
    speechSynthesis.speak(words);
    show(true);
  });
  return control;
}

export function hush() {
  window.speechSynthesis?.cancel();
}

/* The words heard are put into the box, to be looked over before they are sent. */
export function dictation(box, say) {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (!Recognition) return null;
  let listening;
  const stop = () => {
    listening = undefined;
    control.textContent = "语音";
  };
  const control = button("语音", () => {
    if (listening) return listening.stop();
    listening = new Recognition();
    listening.lang = "zh-CN";
    listening.onresult = (event) => {
      box.value += event.results[0][0].transcript;
      say("已写进框里，看看对不对，再点“提问”。");
      box.focus();
    };
    listening.onerror = () => say("没有听清，请再说一次，或直接写字。");
    listening.onend = stop;
    listening.start();
    control.textContent = "停止";
    say("请说话……");
  }, { class: "speak" });
  return control;
}
