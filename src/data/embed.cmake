# Writes a schema as two C arrays: NAME_text, the file, and NAME_rules, the same without documentation and the white
# space between elements, which say nothing to who only checks: cmake -D IN=file.xsd -D OUT=file.c -D NAME=symbol -P embed.cmake
function(append_array symbol text)
  string(HEX "${text}" hex)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  string(REPLACE "'\\x0a'," "'\\n',\n" bytes "${bytes}")
  file(APPEND "${OUT}" "extern const char ${symbol}[];\nconst char ${symbol}[] = {\n${bytes}0};\n")
endfunction()

file(READ "${IN}" text)
string(REGEX REPLACE "<xs:annotation><xs:documentation>[^<]*</xs:documentation></xs:annotation>" "" rules "${text}")
string(REGEX REPLACE ">[ \n]+<" "><" rules "${rules}")
file(WRITE "${OUT}" "/* Made from ${IN}. */\n")
append_array(${NAME}_text "${text}")
append_array(${NAME}_rules "${rules}")
