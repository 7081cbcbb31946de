"""Renders the templates beside the fixtures with transformers' own Jinja2 and writes what it gives.

python chat_templates.py   (transformers and jinja2 installed; from src/test/python)
"""

import datetime
import json
import pathlib

import transformers.utils.chat_template_utils as hf

FOLDER = pathlib.Path(__file__).parent / "../resources/org/vectorscope/checkpoint/template"
NOW = datetime.datetime(2026, 3, 5, 9, 7, 2)

TOKENS = {  # bos, eos
    "plain": ("", "<|endoftext|>"),
    "chatml": ("<|im_start|>", "<|im_end|>"),
    "smollm2": ("<|im_start|>", "<|im_end|>"),
    "llama2": ("<s>", "</s>"),
    "llama3": ("<|begin_of_text|>", "<|eot_id|>"),
    "llama3.2": ("<|begin_of_text|>", "<|eot_id|>"),
    "mistral": ("<s>", "</s>"),
    "qwen2": ("", "<|im_end|>"),
    "qwen2.5": ("", "<|im_end|>"),
    "qwen3": ("", "<|im_end|>"),
    "gemma2": ("<bos>", "<eos>"),
    "gemma3": ("<bos>", "<eos>"),
    "phi3": ("<s>", "<|endoftext|>"),
    "phi3.5": ("<s>", "<|endoftext|>"),
    "phi4-mini": ("<|endoftext|>", "<|endoftext|>"),
    "smollm3": ("", "<|im_end|>"),
    "olmo2": ("<|endoftext|>", "<|endoftext|>"),
    "zephyr": ("<s>", "</s>"),
}


def turns(*pairs):
    return [{"role": role, "content": content} for role, content in pairs]


CONVERSATIONS = [
    turns(("user", "Hello there")),
    turns(("system", "You are brief."), ("user", "Why is the sky blue?")),
    turns(("user", "One"), ("assistant", "Two"), ("user", "Three")),
    turns(("system", "  Be {{ kind }}.  "), ("user", "{{ 7 * 7 }} {% for x in y %}{# c #}"), ("assistant", " ok ")),
    turns(("user", "  \n spaces around \t\n"), ("assistant", "\n\nanswer\n"), ("user", "")),
    turns(("user", "Grüße, 世界 🦀 'quoted' \"double\" \\n back\\slash <b>&amp;</b>")),
    turns(("system", "/no_think Answer in verse."), ("user", "Write {\"a\": [1, 2]}"),
          ("assistant", "<think>\nhm\n</think>\n\nfine"), ("user", "More"), ("assistant", "<think>x</think>y")),
    turns(("assistant", "I begin"), ("user", "No, I do")),
    turns(("user", "<tool_response>\nresult\n</tool_response>"), ("user", "twice")),
]

SNIPPETS = [
    # white space
    "a\n{% if true %}\n  b\n{% endif %}\nc\n", "  {% if true %}x{% endif %}  \n", "a  {%- if true -%}  b  {%- endif -%}  c",
    "a\n  {{ 1 }}\n  {{- 2 -}}  \n b", "a\n   {%+ if true %}b{%+ endif %}\nc", "a\n{% if true +%}\nb{% endif %}", "{# c #}\nx\n\n",
    "a {#- c -#} b", "x\r\ny\r{% if true %}\r\nz{% endif %}", "{% raw %}{{ a }}{% endraw %}|{%- raw -%} {% b %} {%- endraw %}", "",
    "\n", "\n\n", "  {% raw %}\n x {% endraw %}\n y", "{{ 1 -}}\n  {% if true %}q{% endif %}", "t {% set a = 1 %}\n u",
    # values and printing
    "{{ none }} {{ true }} {{ 1.0 }} {{ 1e20 }} {{ 0.1 + 0.2 }} {{ 1e-7 }} {{ -0.0 }} {{ 100000000000000000.0 }} {{ 123456.789 }}",
    "{{ ['a', \"b'c\", 1, none, true, 2.5] }} {{ {'a': 1, 'b': ['x\\n']} }}", "{{ undefined_name }}|{{ messages[0].nothing }}",
    "{{ 'a' 'b' \"c\" }} {{ '\\u00e9\\t\\x41\\'\\q' }}", "{{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 7 / 2 }} {{ 2 ** 10 }} {{ 2 ** -1 }}",
    "{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ 1 == 1.0 == true }} {{ 'a' < 'b' }} {{ [1, 2] < [1, 3] }}",
    "{{ 'a' ~ 1 ~ none ~ x ~ true }} {{ 'ab' * 3 }} {{ [1] + [2, 3] }}",
    "{{ 1 if false }}|{{ 1 if false else 2 }}|{{ 1 if true else 2 if true else 3 }}", "{{ not true or true and false }} {{ not 1 == 2 }}",
    "{{ '' or 'x' }} {{ 0 and 1 }} {{ [] or {} }} {{ 'a' and 'b' }}", "{{ 'a' in 'cat' }} {{ 'z' not in ['a'] }} {{ 'a' in {'a': 1} }} {{ 'a' in nothing }}",
    "{{ -1 | abs }} {{ -3 ** 2 }} {{ - 2 + 3 }} {{ +4 }} {{ 1_000 + 1 }}", "{{ (1, 2)[0] }} {{ [1, 2, 3][-1] }} {{ [1][5] }}|{{ 'héllo🦀x'[-2] }}",
    "{{ 'héllo🦀x'[::-1] }} {{ 'abcdef'[1:4] }} {{ 'abcdef'[:-1] }} {{ 'abcdef'[4:1:-1] }} {{ [1,2,3,4][::2] }} {{ 'abc'[10:] }}|{{ 'abc'[-10:2] }}",
    "{{ {'a': {'b': 3}}.a.b }} {{ {'a': 3}['a'] }} {{ {'items': 5}['items'] }}",
    "{{ messages.0.role }} {{ messages[0]['role'] }}",
    # loops
    "{% for m in messages %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }} {{ m.role }};{% endfor %}",
    "{% for x in [1,2,3,4] if x is even %}{{ x }}{{ ',' if not loop.last }}{% else %}none{% endfor %}{% for x in [] %}{% else %}empty{% endfor %}",
    "{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }};{% endfor %}{% for k in {'a': 1} %}{{ k }}{% endfor %}{% for c in 'añ🦀' %}[{{ c }}]{% endfor %}",
    "{% for x in range(10) %}{% if x == 2 %}{% continue %}{% endif %}{% if x == 5 %}{% break %}{% endif %}{{ x }}{% endfor %}",
    "{% for a in [1,2] %}{% for b in [1,2] %}{{ loop.depth }}{{ loop.cycle('x','y') }}{% endfor %}{{ loop.depth0 }}{% endfor %}",
    "{% for x in [1,1,2,2] %}{{ loop.changed(x) }}{{ loop.previtem }}{{ loop.nextitem }} {% endfor %}", "{% for (a, b), c in [((1, 2), 3)] %}{{ a }}{{ b }}{{ c }}{% endfor %}",
    "{% set a = 1 %}{% for x in [1,2] %}{{ a }}{% set a = 5 %}{{ a }}{% endfor %}{{ a }}", "{% for x in nothing %}x{% else %}none{% endfor %}",
    "{% for i in range(3, 0, -1) %}{{ i }}{% endfor %} {{ range(3) | list }} {% for i in (1, 2) %}{{ i }}{% endfor %}",
    # set, macro, namespace
    "{% set ns = namespace(a=1, b='x') %}{% for i in range(3) %}{% set ns.a = ns.a + i %}{% endfor %}{{ ns.a }}{{ ns.b }}{{ ns.c }}",
    "{% set a, b = 1, 2 %}{{ b }}{{ a }}{% set t = (3, 4) %}{{ t[1] }}", "{% set x %} block {{ 1 }} {% endset %}[{{ x }}]{% set y | trim | upper %} q {% endset %}[{{ y }}]",
    "{% macro m(a, b='d', c=none) %}{{ a }}-{{ b }}-{{ c }}{% endmacro %}{{ m(1) }} {{ m(1, c=3) }} {{ m('x', 'y', 'z') }} {{ m() }}",
    "{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(5) }}", "{% set v = 'outer' %}{% macro g() %}{{ v }}{% endmacro %}{% set v = 'later' %}{{ g() }}",
    "{% if true %}{% set q = 1 %}{% endif %}{{ q }}", "{% with a = 1, b = 2 %}{{ a + b }}{% endwith %}{{ a }}", "{% filter upper | replace('A', 'b') %}aXa{% endfilter %}",
    "{% generation %}g{{ 1 }}{% endgeneration %}", "{% set d = dict(a=1, b=[]) %}{{ d }} {{ dict({'x': 1}, y=2) }}",
    # methods
    "{{ ' a b '.strip() }}|{{ 'xxaxx'.strip('x') }}|{{ 'xxaxx'.lstrip('x') }}|{{ 'xxaxx'.rstrip('x') }}|{{ 'aB'.upper() }}{{ 'aB'.lower() }}{{ 'hello wORLD'.title() }}{{ 'hELLO'.capitalize() }}",
    "{{ 'a,b,c'.split(',') }} {{ ' a  b c '.split() }} {{ 'a b c d'.split(None, 1) }} {{ 'a,b,c'.split(',', 1) }} {{ 'a,b,c'.rsplit(',', 1) }} {{ 'a\\nb\\r\\nc'.splitlines() }}",
    "{{ 'abc'.startswith('ab') }} {{ 'abc'.endswith(('x', 'c')) }} {{ 'banana'.find('n') }} {{ 'banana'.rfind('n') }} {{ 'banana'.count('an') }} {{ 'abc'.find('z') }} {{ 'aaa'.replace('a', 'b', 2) }} {{ 'ab'.replace('', '-') }}",
    "{{ ', '.join(['a', 'b']) }} {{ 'a1'.isalnum() }} {{ '12'.isdigit() }} {{ 'prefix-x'.removeprefix('prefix-') }} {{ 'x.py'.removesuffix('.py') }} {{ 'ß'.upper() }}",
    "{{ {'a': 1}.get('a') }} {{ {'a': 1}.get('b') }} {{ {'a': 1}.get('b', 2) }} {{ {'a': 1}.keys() | list }} {{ {'a': 1}.values() | list }} {{ [1, 2, 1].count(1) }} {{ ['a', 'b'].index('b') }}",
    # filters
    "{{ {'a': [1, 2.5, none, true, 'é<>&\"\\n/']} | tojson }} {{ [] | tojson }} {{ {} | tojson(indent=2) }} {{ {'b': 1, 'a': {'c': []}} | tojson(indent=2) }} {{ {'b': 1, 'a': 2} | tojson(sort_keys=true, separators=(',', ':')) }} {{ 'é🦀' | tojson(ensure_ascii=true) }}",
    "{{ [3, 1, 2] | sort }} {{ ['b', 'A', 'c'] | sort(reverse=true) }} {{ [1, 2, 2] | unique | list }} {{ 'abc' | reverse }} {{ [1, 2] | reverse | list }}",
    "{{ messages | map(attribute='role') | join(', ') }} {{ messages | selectattr('role', 'equalto', 'user') | list | length }} {{ messages | rejectattr('role', 'eq', 'user') | map(attribute='content') | list }} {{ ['a', 'b'] | map('upper') | join }}",
    "{{ [1, 2, 3, 4] | select('odd') | list }} {{ [0, 1, '', 'x'] | select | list }} {{ [1, 2, 3] | reject('gt', 1) | list }} {{ messages | map(attribute='x', default='-') | join }}",
    "{{ nothing | default('d') }} {{ '' | default('d') }} {{ '' | default('d', true) }} {{ none | d('e') }} {{ [1, 2] | first }} {{ [1, 2] | last }} {{ [] | first }}| {{ 'abc' | first }} {{ 'añ🦀' | length }}",
    "{{ '3' | int + 1 }} {{ 'x' | int(7) }} {{ '2.7' | int }} {{ '1.5' | float }} {{ 3.7 | int }} {{ 2.5 | round }} {{ 2.567 | round(2) }} {{ [1, 2] | sum }} {{ [1, 5, 2] | max }} {{ ['b', 'a'] | min }} {{ 5 | string + '!' }}",
    "{{ '  x ' | trim }}| {{ 'xax' | trim('x') }} {{ 'a b' | title }} {{ 'aXb' | lower }} {{ 'a\\nb\\n\\nc' | indent(2) }} {{ 'a\\nb' | indent(2, true) }} {{ 'aaa' | replace('a', 'b') }} {{ [1, [2, 'x']] | string }} {{ {'a': 1} | items | list | length }} {{ 'ab' | list }} {{ '<b>' | safe }}",
    "{{ [1, 2] | join(', ') }} {{ 5 is number }} {{ 5.0 is integer }} {{ 'x' is string }} {{ [] is sequence }} {{ {} is mapping }} {{ 5 is iterable }} {{ none is none }} {{ x is defined }} {{ true is boolean }} {{ 1 is true }} {{ true is true }} {{ 3 is odd }} {{ 4 is divisibleby 2 }} {{ 'a' is in ['a'] }} {{ 3 is eq 3 }} {{ 3 is not none }} {{ x is undefined }} {{ 'A' is upper }} {{ 3 is sameas 3 }} {{ 2.0 is float }} {{ false is false }} {{ range is callable }}",
    "{{ strftime_now('%Y-%m-%d %H:%M:%S %A %a %B %b %y %j %I %p %e %-d %%') }}",
    "{{ {'a': '}}'}['a'] }} {{ '{{' }} {{ \"%}\" }}", "{{ messages[-1].content if messages | length > 1 else 'one' }}", "{{ messages[0] }}",
    "{%- for m in messages | reverse -%}{{ m.role[0] | upper }}{%- endfor -%}",
    # refused by real Jinja2 too
    "{{ nothing.x }}", "{{ 1 + 'a' }}", "{{ 'a' + nothing }}", "{{ nothing() }}", "{% set messages.x = 1 %}", "{{ [].append(1) }}", "{{ {}.update({}) }}", "{{ ''.__class__.__mro__ }}",
    "{{ 1 / 0 }}", "{{ none | length }}", "{{ range(1000000) | length }}", "{% if %}", "{{ 1 + }}", "{% for %}", "{% endfor %}", "{{ 'a }}", "{% if true %}", "{{ (1 }}", "{{ ) }}", "{% unknown %}", "{{ x | unknown }}",
    "{{ x is unknown }}", "{{ raise_exception('no') }}", "{% break %}", "{{ 1 < 'a' }}", "{{ messages | tojson(", "{{ [1, 2", "{% set a, b = [1] %}", "{{ 3 in 5 }}", "{#", "{% raw %}", "{{ ?? }}", "{{ {[]: 1} }}", "{% macro %}", "{% for a b in c %}{% endfor %}",
]


class FixedClock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return NOW


def render(template, messages, prompt, **variables):
    try:
        compiled = hf._compile_jinja_template(template)
        return {"text": compiled.render(
            messages=messages, tools=None, documents=None, add_generation_prompt=prompt, **variables)}
    except Exception as e:  # whatever Jinja2 throws: it refuses
        return {"error": str(e)}


def main():
    hf.datetime = FixedClock
    renderings = []
    for name, (bos, eos) in TOKENS.items():
        template = (FOLDER / f"{name}.jinja").read_text(encoding="utf-8")
        for index, messages in enumerate(CONVERSATIONS):
            for prompt in (False, True):
                result = render(template, messages, prompt, bos_token=bos, eos_token=eos)
                renderings.append({"template": name, "conversation": index, "prompt": prompt, **result})
    snippets = [{"template": s, **render(s, CONVERSATIONS[6], True, bos_token="<s>", eos_token="</s>")} for s in SNIPPETS]
    out = {"now": NOW.isoformat(), "tokens": TOKENS, "conversations": CONVERSATIONS, "renderings": renderings, "snippets": snippets}
    (FOLDER / "renderings.json").write_text(json.dumps(out, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


main()
