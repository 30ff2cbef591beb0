#!/bin/sh
# Makes the recorded prompts and the music again: espeak-ng speaks, sox trims and encodes (8 kHz, mu-law), a Python
# script makes the music. Not part of the build; the results are committed.
#   apt-get install espeak-ng sox python3 && media-server/prompts/generate.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out="$here/../src/main/resources/prompts"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { # language, name, words a minute, text, pause after it
    # The plain voice cmn of espeak-ng 1.51 reads its own pinyin as English.
    case $1 in zh) voice=cmn-latn-pinyin speed=$(($3 + 30)) ;; *) voice=en-gb speed=$3 ;; esac
    mkdir -p "$(dirname "$out/$1/$2.wav")"
    espeak-ng -v "$voice" -s "$speed" -p 45 -w "$work/raw.wav" "$4"
    # Trim silence at both ends, keep within the telephone band, bring to one loudness, leave a short breath after.
    sox -R "$work/raw.wav" -r 8000 -c 1 -e mu-law -b 8 "$out/$1/$2.wav" gain -6 \
        silence 1 0.01 0.5% reverse silence 1 0.01 0.5% reverse highpass 200 lowpass 3400 gain -n -6 pad 0 "$5"
}

sentence() { say "$1" "$2" 150 "$3" 0.25; }
word() { say "$1" "$2" 155 "$3" 0.03; }

sentence zh welcome "欢迎致电总机演示中心。"
sentence zh menu "人工服务请按一，留言请按二。"
sentence zh menu-timeout "没有收到您的按键。"
sentence zh menu-error "按键有误，请重新输入。"
sentence zh queued "您已进入系统排队状态，请在音乐声中等待接听。"
sentence zh queue-full "当前排队人数较多，请稍后再拨。"
sentence zh queue-position-before "您前面还有"
sentence zh queue-position-after "位客户在等待。"
sentence zh agent-number-before "工号"
sentence zh agent-number-after "为您服务。"
sentence zh closed "我们的工作时间是九点到十七点。"
sentence zh voicemail "请在提示音后留言，按井号键结束。"
say zh take-call 150 "您有来电，接听请按一。" 1 # said several times, with a pause
sentence zh voicemail-saved "您的留言已保存。"
sentence zh goodbye "感谢您的来电，再见。"
sentence zh blocked "对不起，您的号码无法接入。"
sentence zh code-sign-in "您已签入。"
sentence zh code-sign-out "您已签出。"
sentence zh code-ready "您已就绪。"
sentence zh code-busy "您已示忙。"
sentence zh code-refused "操作未成功。"
sentence zh code-ask-number "请输入您的工号，按井号键结束。"
sentence zh code-ask-pin "请输入您的签入密码，按井号键结束。"
sentence zh code-nothing "没有收到您的按键。"
sentence zh code-wrong "工号或签入密码错误。"
sentence zh code-locked "签入密码已锁定，请稍后再试。"
sentence zh code-no-pin "您没有签入密码，请在门户中设置。"
sentence zh code-not-permitted "您没有签入的权限，请联系班长。"
sentence zh code-taken "这部话机已有其他坐席签入。"
sentence zh code-unreachable "这部话机没有注册。"
sentence zh system-error "系统繁忙，请稍后再拨。"

sentence en welcome "Welcome to the Zong gee demonstration."
sentence en menu "Press 1 for an agent. Press 2 to leave a message."
sentence en menu-timeout "We did not get your choice."
sentence en menu-error "That is not a valid choice. Please try again."
sentence en queued "You are now in the queue. Please wait while we play some music."
sentence en queue-full "Too many callers are waiting. Please call again later."
sentence en queue-position-before "Ahead of you there are"
sentence en queue-position-after "callers."
sentence en agent-number-before "Agent"
sentence en agent-number-after "serves you."
sentence en closed "Our office hours are from nine to seventeen o'clock."
sentence en voicemail "Please leave your message after the tone, and press the hash key to finish."
say en take-call 150 "You have a call. To take it, press 1." 1
sentence en voicemail-saved "Your message has been saved."
sentence en goodbye "Thank you for calling. Goodbye."
sentence en blocked "Sorry, your number cannot be connected."
sentence en code-sign-in "You are signed in."
sentence en code-sign-out "You are signed out."
sentence en code-ready "You are ready."
sentence en code-busy "You are busy."
sentence en code-refused "This cannot be done now."
sentence en code-ask-number "Please enter your agent number, and press the hash key."
sentence en code-ask-pin "Please enter your pin, and press the hash key."
sentence en code-nothing "We did not get your keys."
sentence en code-wrong "The agent number or the pin is wrong."
sentence en code-locked "The pin is locked. Please try again later."
sentence en code-no-pin "You have no pin. Please set one in the portal."
sentence en code-not-permitted "You may not sign in. Please ask your supervisor."
sentence en code-taken "Another agent is signed in at this phone."
sentence en code-unreachable "This phone is not registered."
sentence en system-error "The system is busy. Please call again later."

i=0
for zh in 零 一 二 三 四 五 六 七 八 九; do word zh digits/$i "$zh"; i=$((i + 1)); done
i=0
for en in zero one two three four five six seven eight nine; do word en digits/$i "$en"; i=$((i + 1)); done
word zh words/shi 十; word zh words/bai 百; word zh words/qian 千; word zh words/wan 万
word zh words/liang 两; word zh words/dian 点; word zh words/fen 分
word zh words/yi 亿; word zh words/fu 负; word zh words/jiao 角
word zh words/nian 年; word zh words/yue 月; word zh words/ri 日
word zh currency/cny 元
money() { word zh currency/$1 "$2"; word zh currency/$1-minor "$3"; }
money usd 美元 美分; money eur 欧元 欧分; money gbp 英镑 便士; money hkd 港元 分; money sgd 新加坡元 分
word zh currency/jpy 日元
i=10
for en in ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen; do
    word en words/$i "$en"; i=$((i + 1))
done
i=20
for en in twenty thirty forty fifty sixty seventy eighty ninety; do word en words/$i "$en"; i=$((i + 10)); done
word en words/hundred hundred; word en words/thousand thousand; word en words/million million
word en words/oclock "o'clock"; word en words/oh "oh"
word en words/billion billion; word en words/minus minus; word en words/point point; word en words/and and
i=1
for en in January February March April May June July August September October November December; do
    word en months/$i "$en"; i=$((i + 1))
done
i=1
for en in first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth; do
    word en ordinals/$i "$en"; i=$((i + 1))
done
word en ordinals/30 thirtieth
money() { # code, one, several, one hundredth, several
    word en currency/$1-one "$2"; word en currency/$1 "$3"
    word en currency/$1-minor-one "$4"; word en currency/$1-minor "$5"
}
money cny yu-ahn yu-ahn fun fun; money usd dollar dollars cent cents; money eur euro euros cent cents
money gbp pound pounds penny pence
money hkd "Hong Kong dollar" "Hong Kong dollars" cent cents; money sgd "Singapore dollar" "Singapore dollars" cent cents
word en currency/jpy-one yen; word en currency/jpy yen

sox -R -n -r 8000 -c 1 -e mu-law -b 8 "$out/beep.wav" synth 0.4 sine 1000 gain -9 fade t 0.01 0.4 0.02
python3 "$here/music.py" "$work/music.wav"
mkdir -p "$out/music"
sox -R "$work/music.wav" -r 8000 -c 1 -e mu-law -b 8 "$out/music/default.wav"
