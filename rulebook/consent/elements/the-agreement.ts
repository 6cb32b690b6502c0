/** How the agreement can end, what it costs, who sees it, and who signed. */
import { said } from '../../education/patient-text.ts'
import type { ConsentElement } from '../consent-element.ts'

export const theAgreement: readonly ConsentElement[] = [
  {
    id: 'stop_and_exit_criteria',
    version: 1,
    lastMaterialVersion: 1,
    title: said('When we stop', 'Cuándo terminamos'),
    paragraphs: [
      {
        text: said(
          'We stop if the first series helps little or not at all. We pause or stop if it harms you, for example your bladder or liver, or if there are signs of misuse. If it helps, we space doses out and look for the end. When we stop, we plan your next care with you. Stopping is not known to cause a dangerous withdrawal, but low mood or craving can come back.',
          'Terminamos si la primera serie ayuda poco o nada. Hacemos una pausa o terminamos si le hace daño, por ejemplo en la vejiga o el hígado, o si hay señales de mal uso. Si ayuda, espaciamos las dosis y buscamos el final. Cuando terminamos, planeamos con usted la atención que sigue. No se sabe que dejarlo cause una abstinencia peligrosa, pero el ánimo bajo o las ganas fuertes de usarlo pueden volver.',
        ),
        cites: ['phillips-2019', 'sanacora-2017', 'esketamine-label-us', 'judgement'],
        confidence: 'med',
        basis: 'drv',
      },
    ],
    fields: [],
  },
  {
    id: 'cost',
    version: 1,
    lastMaterialVersion: 1,
    title: said('What it costs', 'Cuánto cuesta'),
    paragraphs: [
      {
        text: said(
          'The cost of the treatment is written here. Ask what your insurance pays before you start. Ask what you owe if a visit is moved or if you stop early. Cost should not push you to take a dose that you do not want.',
          'Aquí está escrito el costo del tratamiento. Pregunte qué paga su seguro antes de empezar. Pregunte cuánto debe si se cambia una visita o si lo deja antes. El costo no debe empujarlo a recibir una dosis que no quiere.',
        ),
        cites: ['judgement'],
        confidence: 'med',
        basis: 'drv',
      },
    ],
    fields: [{ id: 'cost', label: said('Cost to me', 'Costo para mí'), kind: 'text', required: 'always' }],
  },
  {
    id: 'privacy_hipaa_part2',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Your privacy', 'Su privacidad'),
    paragraphs: [
      {
        text: said(
          'Your record is private. Staff look at it only to care for you or as the law allows. You can ask to see it. Ask us who can see it and who has looked.',
          'Su expediente es privado. El personal lo consulta solo para atenderlo o como lo permite la ley. Usted puede pedir verlo. Pregúntenos quién puede verlo y quién lo ha consultado.',
        ),
        cites: ['judgement'],
        confidence: 'med',
        basis: 'drv',
      },
      {
        text: said(
          'In the US, a law called HIPAA protects your health record. Records of care for alcohol or drug problems may have more protection under a rule called Part 2. Such records may need your written consent before they are shared.',
          'En Estados Unidos, una ley llamada HIPAA protege su expediente de salud. Los datos sobre atención por problemas de alcohol o drogas pueden tener más protección bajo una regla llamada Parte 2. Puede hacer falta su permiso por escrito antes de compartirlos.',
        ),
        concerns: { region: ['US'] },
        cites: ['confidentiality-part-2', 'hipaa'],
        confidence: 'med',
        basis: 'src',
      },
    ],
    fields: [],
  },
  {
    id: 'right_to_withdraw',
    version: 1,
    lastMaterialVersion: 1,
    title: said('You can change your mind', 'Usted puede cambiar de opinión'),
    paragraphs: [
      {
        text: said(
          'You can say no, now or at any later time. You can ask us to stop during an infusion. You do not have to say why. Saying no does not end your other care here.',
          'Usted puede decir que no, ahora o más adelante. Durante una infusión puede pedir que paremos. No tiene que decir por qué. Si dice que no, sigue teniendo el resto de su atención aquí.',
        ),
        cites: ['consent-law', 'judgement'],
        confidence: 'high',
        basis: 'drv',
      },
    ],
    fields: [],
  },
  {
    id: 'questions_answered_teachback',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Your questions', 'Sus preguntas'),
    paragraphs: [
      {
        text: said(
          'You have read or heard the lessons and answered the questions after them. You could ask us what you wanted, and you got answers in words you know. If something is not clear, do not sign yet.',
          'Usted leyó o escuchó las lecciones y contestó las preguntas. Pudo preguntarnos lo que quería y recibió respuestas con palabras que entiende. Si algo no está claro, no firme todavía.',
        ),
        cites: ['judgement'],
        confidence: 'high',
        basis: 'drv',
      },
    ],
    fields: [
      {
        id: 'lessons_passed_on',
        label: said('Lessons passed on', 'Fecha en que aprobó las lecciones'),
        kind: 'date',
        required: 'always',
      },
      {
        id: 'questions_answered',
        label: said('My questions were answered', 'Respondieron mis preguntas'),
        kind: 'yes-no',
        required: 'always',
      },
    ],
  },
  {
    id: 'date_time_signatures_interpreter',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Names, date, and time', 'Nombres, fecha y hora'),
    paragraphs: [
      {
        text: said(
          'If you sign, you agree to the treatment as it is written here. You get a copy. If another language is easier for you, ask for an interpreter before you sign. We ask you to sign again after 12 months, or sooner if the medicine, the way you get it, or a risk changes.',
          'Si firma, acepta el tratamiento como está escrito aquí. Usted recibe una copia. Si otro idioma le resulta más fácil, pida un intérprete antes de firmar. Le pedimos que firme otra vez después de 12 meses, o antes si cambia el medicamento, la forma de recibirlo o un riesgo.',
        ),
        cites: ['askp3', 'sanacora-2017', 'judgement'],
        confidence: 'med',
        basis: 'drv',
      },
    ],
    fields: [
      { id: 'patient', label: said('My signature', 'Mi firma'), kind: 'signature', required: 'always' },
      {
        id: 'patient_signed_at',
        label: said('Date and time', 'Fecha y hora'),
        kind: 'date-time',
        required: 'always',
      },
      {
        id: 'prescriber',
        label: said('Prescriber’s signature', 'Firma de quien receta'),
        kind: 'signature',
        required: 'always',
      },
      {
        id: 'prescriber_signed_at',
        label: said('Prescriber’s date and time', 'Fecha y hora de quien receta'),
        kind: 'date-time',
        required: 'always',
      },
      { id: 'copy_given', label: said('I got a copy', 'Recibí una copia'), kind: 'yes-no', required: 'always' },
      {
        id: 'language',
        label: said('Language used', 'Idioma usado'),
        kind: 'text',
        required: 'always',
      },
      {
        id: 'interpreter_name',
        label: said('Interpreter’s name', 'Nombre del intérprete'),
        kind: 'text',
        required: 'with-interpreter',
      },
      {
        id: 'interpreter',
        label: said('Interpreter’s signature', 'Firma del intérprete'),
        kind: 'signature',
        required: 'with-interpreter',
      },
      {
        id: 'interpreter_signed_at',
        label: said('Interpreter’s date and time', 'Fecha y hora del intérprete'),
        kind: 'date-time',
        required: 'with-interpreter',
      },
    ],
  },
]
