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

both() { # name, Chinese, English, pause after it
    say zh "$1" 150 "$2" "$4"
    say en "$1" 150 "$3" "$4"
}
sentence() { both "$1" "$2" "$3" 0.25; }
word() { say "$1" "$2" 155 "$3" 0.03; }

sentence welcome "欢迎致电总机演示中心。" "Welcome to the Zong gee demonstration."
sentence menu "人工服务请按一，留言请按二。" "Press 1 for an agent. Press 2 to leave a message."
sentence menu-timeout "没有收到您的按键。" "We did not get your choice."
sentence menu-error "按键有误，请重新输入。" "That is not a valid choice. Please try again."
sentence queued "您已进入系统排队状态，请在音乐声中等待接听。" \
    "You are now in the queue. Please wait while we play some music."
sentence queue-full "当前排队人数较多，请稍后再拨。" "Too many callers are waiting. Please call again later."
sentence queue-position-before "您前面还有" "Ahead of you there are"
sentence queue-position-after "位客户在等待。" "callers."
sentence agent-number-before "工号" "Agent"
sentence agent-number-after "为您服务。" "serves you."
sentence closed "我们的工作时间是九点到十七点。" "Our office hours are from nine to seventeen o'clock."
sentence voicemail "请在提示音后留言，按井号键结束。" \
    "Please leave your message after the tone, and press the hash key to finish."
both take-call "您有来电，接听请按一。" "You have a call. To take it, press 1." 1 # said several times, with a pause
sentence voicemail-saved "您的留言已保存。" "Your message has been saved."
sentence goodbye "感谢您的来电，再见。" "Thank you for calling. Goodbye."
sentence blocked "对不起，您的号码无法接入。" "Sorry, your number cannot be connected."
sentence code-sign-in "您已签入。" "You are signed in."
sentence code-sign-out "您已签出。" "You are signed out."
sentence code-ready "您已就绪。" "You are ready."
sentence code-busy "您已示忙。" "You are busy."
sentence code-refused "操作未成功。" "This cannot be done now."
sentence code-ask-number "请输入您的工号，按井号键结束。" "Please enter your agent number, and press the hash key."
sentence code-ask-pin "请输入您的签入密码，按井号键结束。" "Please enter your pin, and press the hash key."
sentence code-nothing "没有收到您的按键。" "We did not get your keys."
sentence code-wrong "工号或签入密码错误。" "The agent number or the pin is wrong."
sentence code-locked "签入密码已锁定，请稍后再试。" "The pin is locked. Please try again later."
sentence code-no-pin "您没有签入密码，请在门户中设置。" "You have no pin. Please set one in the portal."
sentence code-not-permitted "您没有签入的权限，请联系班长。" "You may not sign in. Please ask your supervisor."
sentence code-taken "这部话机已有其他坐席签入。" "Another agent is signed in at this phone."
sentence code-unreachable "这部话机没有注册。" "This phone is not registered."
sentence system-error "系统繁忙，请稍后再拨。" "The system is busy. Please call again later."

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
